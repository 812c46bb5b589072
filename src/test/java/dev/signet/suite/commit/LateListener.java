package dev.signet.suite.commit;

import dev.signet.Session;
import dev.signet.servlet.ServletSession;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/** Changes the session when the request has ended, which is too late. */
@WebListener
public class LateListener implements ServletRequestListener {

  static final String OUTCOME = LateListener.class.getName();

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
    if (request.getParameter("after") != null) {
      Session session = ServletSession.of(request);
      try {
        session.put("user", "late");
        event.getServletContext().setAttribute(OUTCOME, "no exception");
      } catch (IllegalStateException e) {
        event.getServletContext().setAttribute(OUTCOME, String.valueOf(e.getMessage()));
      }
    }
  }
}
