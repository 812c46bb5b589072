package dev.signet.suite.commit;

import dev.signet.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The bean behind a Faces page. */
@Named
@RequestScoped
public class LoginPage {

  @Inject Session session;
  @Inject HttpServletRequest request;

  private String name = "";

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  /** Logs in, and shows the page again. */
  public void logIn() {
    session.put("user", name);
    session.renew();
  }

  /** Returns as many characters as the request asks for. */
  public String getFiller() {
    return "x".repeat(Integer.parseInt(request.getParameter("size")));
  }
}
