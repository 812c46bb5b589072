package dev.signet.history;

import static java.util.stream.Collectors.joining;

import dev.signet.Caller;
import dev.signet.LogIn;
import dev.signet.Logins;
import dev.signet.Logins.ActiveLogin;
import dev.signet.Session;
import dev.signet.SessionAttributeException;
import dev.signet.SessionStoreException;
import dev.signet.SessionTooLargeException;
import jakarta.ws.rs.core.GenericType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the calls of one request on its session, and describes what they return. */
public final class SessionCalls {

  static final int DEFAULT = 6;

  /** The attribute that the exception mapper puts for an entity that cannot be written. */
  static final String MAPPER = "mapper";

  /** The attribute that a handshake puts. */
  static final String SOCKET = "socket";

  /** The attribute of the session bean. */
  static final String BEAN = "tally";

  /** The objects that were last put or returned, which may be changed in place. */
  private final Map<String, Held> held = new HashMap<>();

  /** The types that attributes were last read as, which an untyped read may return. */
  private final Map<String, Kind> readAs = new HashMap<>();

  private record Held(Object object, Kind kind) {}

  /** Returns how a call ends that throws. */
  static Outcome outcome(RuntimeException e) {
    if (e instanceof SessionStoreException) {
      return Outcome.STORE_FAILED;
    }
    if (e instanceof SessionTooLargeException) {
      return Outcome.TOO_LARGE;
    }
    if (e instanceof SessionAttributeException) {
      return Outcome.WRONG_TYPE;
    }
    if (e instanceof IllegalArgumentException) {
      return Outcome.ILLEGAL_ARGUMENT;
    }
    return e instanceof IllegalStateException ? Outcome.ILLEGAL_STATE : Outcome.OTHER;
  }

  /** Makes a call, and returns a description of its result. */
  String call(Beans beans, Step.Call step) {
    if (step instanceof Step.LoginCall call) {
      return login(beans, call);
    }
    if (step instanceof Step.ChangeBean change) {
      beans.tally().get().count(change.n());
      return "";
    }
    if (step instanceof Step.ReadBean) {
      return String.valueOf(beans.tally().get().count());
    }
    return call(beans.session(), step);
  }

  private static String login(Beans beans, Step.LoginCall step) {
    Logins logins = beans.logins();
    if (step instanceof Step.ListLogins list) {
      return logins.of(list.user()).stream().map(SessionCalls::id).collect(joining(","));
    }
    if (step instanceof Step.EndLogin end) {
      Optional<Caller> caller = beans.session().caller();
      List<ActiveLogin> own = caller.isEmpty() ? List.of() : logins.of(caller.get().name());
      ActiveLogin which = own.isEmpty() ? null : own.get(end.n() % own.size());
      return logins.end(which == null ? "x" : which.id()) && which != null
          ? id(which)
          : LoginCalls.NONE;
    }
    if (step instanceof Step.EndOthers) {
      logins.endOthers();
    } else if (step instanceof Step.EndAll all) {
      logins.endAll(all.user());
    } else {
      logins.endEveryone();
    }
    return "";
  }

  /** The device of a log-in is its number. */
  private static String id(ActiveLogin login) {
    return login.device().orElseThrow();
  }

  /** Makes a call on a session alone, and returns a description of its result. */
  String call(Session session, Step.Call step) {
    if (step instanceof Step.Put put) {
      Object value = new Value(put.kind(), put.n()).object();
      Object before = session.put(put.key(), value);
      hold(put.key(), put.kind(), value);
      return before == null ? "none" : "some";
    }
    if (step instanceof Step.SetByEntry set) {
      return setByEntry(session, set);
    }
    if (step instanceof Step.Get get) {
      Object found = session.get(get.key());
      Held before = held.get(get.key());
      if (before != null && before.object != found) {
        held.remove(get.key());
      }
      return readAs.get(get.key()) + described(found, true);
    }
    if (step instanceof Step.Read read) {
      return read(session, read.key(), read.kind());
    }
    if (step instanceof Step.GetOrDefault read) {
      Object found = session.get(read.key(), read.kind().object(DEFAULT));
      held.remove(read.key()); // the default is not in the session
      String description = described(found, false);
      note(read.key(), read.kind(), description);
      return description;
    }
    if (step instanceof Step.ChangeHeld change) {
      Held object = held.get(change.key());
      if (object == null) {
        return "none";
      }
      object.kind.change(object.object, new Value(object.kind, change.n()).n());
      return object.kind.name();
    }
    if (step instanceof Step.Flash flash) {
      session.flash(flash.key(), new Value(flash.kind(), flash.n()).object());
      return "";
    }
    if (step instanceof Step.ReadFlash read) {
      Object found = session.flash(read.key(), new GenericType<>(read.kind().type()));
      return described(found, false);
    }
    if (step instanceof Step.Look) {
      return session.isNew()
          + " "
          + session.createdAt().getEpochSecond()
          + " "
          + session.expiresAt().map(Instant::getEpochSecond).orElse(0L)
          + " "
          + session.size()
          + new TreeSet<>(session.keySet())
          + session.caller().map(SessionCalls::text).orElse("");
    }
    return change(session, step);
  }

  private static String text(Caller caller) {
    return " "
        + caller.name()
        + " "
        + caller.since().getEpochSecond()
        + " "
        + caller.confirmedAt().getEpochSecond();
  }

  private static LogIn logIn(Step.LogIn step) {
    LogIn logIn = LogIn.of(step.user()).device(String.valueOf(step.id()));
    return step.remembered() == 0 ? logIn : logIn.remembered(Duration.ofSeconds(step.remembered()));
  }

  private String change(Session session, Step.Call step) {
    if (step instanceof Step.LogIn logIn) {
      Optional<Caller> before = session.caller();
      session.logIn(logIn(logIn));
      if (before.isPresent() && !before.get().name().equals(logIn.user())) {
        held.clear();
      }
    } else if (step instanceof Step.Confirm) {
      session.confirm();
    } else if (step instanceof Step.PutNull put) {
      session.put(put.key(), null);
      held.remove(put.key());
    } else if (step instanceof Step.Remove remove) {
      session.remove(remove.key());
      held.remove(remove.key());
    } else if (step instanceof Step.RemoveByIterator remove) {
      session.keySet().removeIf(remove.key()::equals);
      held.remove(remove.key());
    } else if (step instanceof Step.Clear) {
      session.clear();
      held.clear();
    } else if (step instanceof Step.Delete) {
      session.delete();
      held.clear();
    } else if (step instanceof Step.Renew) {
      session.renew();
    } else if (step instanceof Step.Save) {
      session.save();
    } else {
      throw new IllegalArgumentException(step.toString());
    }
    return "";
  }

  private String setByEntry(Session session, Step.SetByEntry set) {
    for (Map.Entry<String, Object> entry : session.entrySet()) {
      if (entry.getKey().equals(set.key())) {
        Object value = new Value(set.kind(), set.n()).object();
        entry.setValue(value);
        hold(set.key(), set.kind(), value);
        return "set";
      }
    }
    return "none";
  }

  /** Reads as a type. The object is the one to change if it is of the kind that was put. */
  private String read(Session session, String key, Kind kind) {
    Object found = session.get(key, new GenericType<>(kind.type()));
    String description = described(found, false);
    held.remove(key);
    if (found != null && kind.isMutable() && description.contains(kind.name())) {
      hold(key, kind, found);
    }
    note(key, kind, description);
    return description;
  }

  private void note(String key, Kind kind, String description) {
    if (!description.equals("null")) {
      readAs.put(key, kind);
    }
  }

  private void hold(String key, Kind kind, Object object) {
    readAs.remove(key);
    if (kind.isMutable()) {
      held.put(key, new Held(object, kind));
    } else {
      held.remove(key);
    }
  }

  /** Puts what the exception mapper puts. */
  public static void map(Session session) {
    session.put(MAPPER, Kind.STRING.object(0));
  }

  /** Forgets the objects, because they no longer belong to the session. */
  void discard() {
    held.clear();
  }

  /** Returns every value that an object may be. */
  private static String described(@Nullable Object object, boolean untyped) {
    if (object == null) {
      return "null";
    }
    var all = new StringBuilder(",");
    for (Kind kind : Kind.values()) {
      for (int n = 0; n < (kind == Kind.BOOLEAN ? 2 : Kind.EACH); n++) {
        if (untyped ? kind.isUntyped(n, object) : kind.isObject(n, object)) {
          all.append(kind).append(':').append(n).append(',');
        }
      }
    }
    return all.toString();
  }
}
