package dev.signet.history.app;

import dev.signet.SessionBean;

/** The session bean of histories. */
@SessionBean("tally")
public class Tally {

  private int count;

  public int count() {
    return count;
  }

  public void count(int now) {
    count = now;
  }
}
