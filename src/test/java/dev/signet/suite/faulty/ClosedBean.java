package dev.signet.suite.faulty;

import dev.signet.SessionBean;

/** A session bean that no proxy can extend. */
@SessionBean
public final class ClosedBean {

  private int count;

  public int count() {
    return count++;
  }
}
