package dev.signet.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;

/** Detects that the server does not call the mechanism of Jakarta Security. Thread-safe. */
final class MechanismCheck {

  private static final System.Logger LOG = System.getLogger(MechanismCheck.class.getName());

  private enum State {
    UNKNOWN,
    NOT_EXPECTED,
    EXPECTED,
    REPORTED
  }

  private volatile State state = State.UNKNOWN;

  /** Reports, once, a request whose session no mechanism has begun before the filter. */
  void check(HttpServletRequest request) {
    if (state == State.UNKNOWN) {
      boolean expected = ServletSessions.isMechanismExpected(request.getServletContext());
      state = expected ? State.EXPECTED : State.NOT_EXPECTED;
    }
    if (state == State.EXPECTED
        && request.getDispatcherType() == DispatcherType.REQUEST
        && ServletSession.find(request) == null) {
      state = State.REPORTED;
      LOG.log(
          Level.ERROR,
          "session.caller is auto, but the server did not call Signet's mechanism of Jakarta"
              + " Security for a request: servlet constraints, EJBs and @Inject Principal do not"
              + " see the caller of the session. Configure the server to use Jakarta Security for"
              + " this application, or set session.caller=rest.");
    }
  }
}
