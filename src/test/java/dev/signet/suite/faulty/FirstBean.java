package dev.signet.suite.faulty;

import dev.signet.SessionBean;

/** One of two session beans with the same attribute. */
@SessionBean("same")
public class FirstBean {

  private int count;

  public int count() {
    return count++;
  }
}
