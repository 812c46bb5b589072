package dev.signet.history;

import dev.signet.history.Model.After;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What each call on a session does and returns. */
final class Calls {

  /** Begins the keys of flash values in the content of the model; attributes have others. */
  private static final String FLASH = "flash:";

  private Calls() {}

  /** Returns the model after a call on the session of a request or socket. */
  static After expected(Model model, Step.Call step, Reaction reaction) {
    Socket socket = model.socket(step.request());
    return socket == null
        ? onSession(model, step, reaction)
        : Sockets.expected(model, socket, step, reaction);
  }

  static After onSession(Model model, Step.Call step, Reaction reaction) {
    int number = step.request();
    if (step instanceof Step.LoginCall call) {
      return LoginCalls.expected(model, call, reaction);
    }
    if (step instanceof Step.LogIn logIn) {
      return logIn(model, logIn);
    }
    if (step instanceof Step.Confirm) {
      long now = model.shared().now();
      After read = model.access(number);
      boolean anonymous =
          read.outcome() == Outcome.OK && read.model().request(number).content().login() == null;
      return anonymous
          ? new After(read.model(), Outcome.ILLEGAL_STATE)
          : model.change(number, request -> request.confirmed(now));
    }
    if (step instanceof Step.ChangeBean change) {
      After read = model.access(number);
      return read.outcome() == Outcome.OK
          ? new After(
              read.model()
                  .with(
                      number,
                      read.model()
                          .request(number)
                          .with(SessionCalls.BEAN, new Value(Kind.INT, change.n()))),
              Outcome.OK)
          : read;
    }
    if (step instanceof Step.Put put) {
      return model.put(number, put.key(), new Value(put.kind(), put.n()));
    }
    if (step instanceof Step.Flash flash) {
      return flash(model, flash);
    }
    if (step instanceof Step.ReadFlash read) {
      return readFlash(model, read, reaction);
    }
    if (step instanceof Step.SetByEntry set) {
      After read = model.access(number);
      return has(read, number, set.key())
          ? model.put(number, set.key(), new Value(set.kind(), set.n()))
          : read;
    }
    if (step instanceof Step.Remove remove) {
      return model.change(number, request -> request.without(remove.key()));
    }
    if (step instanceof Step.PutNull put) {
      return model.change(number, request -> request.without(put.key()));
    }
    if (step instanceof Step.RemoveByIterator remove) {
      After read = model.access(number);
      return has(read, number, remove.key())
          ? model.change(number, request -> request.without(remove.key()))
          : read;
    }
    if (step instanceof Step.Clear) {
      return model.change(number, Request::cleared);
    }
    if (step instanceof Step.Delete) {
      long now = model.shared().now();
      return model.change(number, request -> request.deleted(now));
    }
    if (step instanceof Step.Renew) {
      return model.change(number, Request::renewed);
    }
    if (step instanceof Step.Save) {
      return model.change(number, Request::saved);
    }
    if (step instanceof Step.ChangeHeld change) {
      if (reaction.text().equals("none") || reaction.outcome() != Outcome.OK) {
        return new After(model, reaction.outcome());
      }
      Value now = new Value(Kind.valueOf(reaction.text()), change.n());
      return model.change(number, request -> request.with(change.key(), now));
    }
    After read = model.access(number);
    return reaction.outcome() == Outcome.WRONG_TYPE && isOfOtherType(read, step)
        ? new After(read.model(), Outcome.WRONG_TYPE)
        : read;
  }

  private static boolean has(After read, int number, String key) {
    return read.outcome() == Outcome.OK && read.model().request(number).content().get(key) != null;
  }

  /** A log-in cannot be remembered for longer than a session lasts. */
  private static After logIn(Model model, Step.LogIn logIn) {
    int number = logIn.request();
    long now = model.shared().now();
    int limit = model.request(number).setup().absolute();
    if (limit > 0 && logIn.remembered() > limit) {
      After read = model.access(number);
      return read.outcome() == Outcome.OK
          ? new After(read.model(), Outcome.ILLEGAL_ARGUMENT)
          : read;
    }
    var login = new Content.Login(logIn.id(), logIn.user(), now, now, logIn.remembered());
    return model.change(number, request -> request.loggedIn(login));
  }

  private static After flash(Model model, Step.Flash flash) {
    int number = flash.request();
    String key = flashKey(flash.key());
    Value value = new Value(flash.kind(), flash.n());
    After put = model.put(number, key, value);
    return put.outcome() == Outcome.OK
        ? model.change(number, request -> request.flashed(key, value))
        : put;
  }

  /** A flash value that is of another type stays (L8). */
  private static After readFlash(Model model, Step.ReadFlash read, Reaction reaction) {
    int number = read.request();
    String key = flashKey(read.key());
    After access = model.access(number);
    if (access.outcome() != Outcome.OK) {
      return access;
    }
    Request request = access.model().request(number);
    Value value = request.content().get(key);
    Value known = value == null ? request.read().get(key) : value;
    if (reaction.outcome() == Outcome.WRONG_TYPE && known != null && known.kind() != read.kind()) {
      return new After(access.model(), Outcome.WRONG_TYPE);
    }
    return value == null ? access : access.model().change(number, found -> found.flashRead(key));
  }

  /** Returns the key of a flash value in the content of the model. */
  private static String flashKey(String name) {
    return FLASH + name;
  }

  /** Returns the name of a flash value if a key of the model is that of one; null if not. */
  static @Nullable String flashName(String key) {
    return key.startsWith(FLASH) ? key.substring(FLASH.length()) : null;
  }

  /** Returns whether a read asks for a type that the value does not have. */
  private static boolean isOfOtherType(After read, Step.Call step) {
    if (read.outcome() != Outcome.OK) {
      return false;
    }
    Request request = read.model().request(step.request());
    Value value = step instanceof Step.Read typed ? request.content().get(typed.key()) : null;
    Kind kind = step instanceof Step.Read typed ? typed.kind() : null;
    if (step instanceof Step.GetOrDefault typed) {
      value = request.content().get(typed.key());
      kind = typed.kind();
    }
    return value != null && value.kind() != kind;
  }

  /** Returns what a call should have returned; null if it did. */
  static @Nullable String difference(Request request, Step.Call step, String text) {
    if (step instanceof Step.Get get) {
      Value value = request.content().get(get.key());
      boolean sameType =
          text.startsWith("null") || (value != null && text.startsWith(value.kind().name()));
      return value != null && !sameType ? null : wrong(value, "null", text);
    }
    if (step instanceof Step.Read read) {
      Value value = request.content().get(read.key());
      return value != null && value.kind() != read.kind() ? null : wrong(value, "null", text);
    }
    if (step instanceof Step.ReadFlash read) {
      Value value = request.read().get(flashKey(read.key()));
      return value != null && value.kind() != read.kind() ? null : wrong(value, "null", text);
    }
    if (step instanceof Step.ReadBean) {
      Value bean = request.content().get(SessionCalls.BEAN);
      String expected = String.valueOf(bean == null ? 0 : bean.n());
      return text.equals(expected) ? null : "expected " + expected;
    }
    if (step instanceof Step.GetOrDefault read) {
      Value value = request.content().get(read.key());
      Value expected = value == null ? new Value(read.kind(), SessionCalls.DEFAULT) : value;
      return expected.kind() != read.kind() ? null : wrong(expected, "null", text);
    }
    if (step instanceof Step.Look) {
      Loaded session = request.session();
      var names = new TreeSet<>(request.content().values().keySet());
      names.removeIf(key -> flashName(key) != null);
      String expected =
          !session.exists()
              + " "
              + session.createdAt()
              + " "
              + (session.exists() ? session.end() : 0)
              + " "
              + names.size()
              + names
              + login(request.content().login());
      return text.equals(expected) ? null : "expected " + expected;
    }
    return null;
  }

  private static String login(Content.@Nullable Login login) {
    return login == null
        ? ""
        : " " + login.user() + " " + login.since() + " " + login.confirmedAt();
  }

  private static @Nullable String wrong(@Nullable Value value, String absent, String text) {
    String expected = value == null ? absent : "," + value.kind() + ":" + value.n() + ",";
    return text.contains(expected) ? null : "expected " + expected;
  }
}
