package dev.signet.suite.app;

import dev.signet.SessionBean;

/** A session bean whose attribute has a name of its own. */
@SessionBean("prefs")
public class Preferences {

  private String theme = "light";

  public String getTheme() {
    return theme;
  }

  public void setTheme(String theme) {
    this.theme = theme;
  }
}
