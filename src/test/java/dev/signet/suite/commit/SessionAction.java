package dev.signet.suite.commit;

import dev.signet.Session;
import java.util.ArrayList;
import java.util.List;

/** What a request does to the session before the response is made. */
public enum SessionAction {
  /** Logs a user in. */
  LOGIN {
    @Override
    void apply(Session session) {
      session.put("user", "ada");
      session.renew();
    }
  },
  /** Logs the user out. */
  LOGOUT {
    @Override
    void apply(Session session) {
      session.delete();
    }
  },
  /** Changes a value in place. */
  CHANGE {
    @Override
    void apply(Session session) {
      session.get("items", new ArrayList<String>()).add("egg");
    }
  },
  /** Does nothing. */
  NONE {
    @Override
    void apply(Session session) {}
  };

  abstract void apply(Session session);

  /** Applies the action that a parameter names. */
  static void of(String name, Session session) {
    valueOf(name).apply(session);
  }

  /** Returns what a session holds. */
  static String describe(Session session) {
    return session.get("user", "nobody") + " " + session.get("items", List.of());
  }
}
