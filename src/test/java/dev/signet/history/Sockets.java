package dev.signet.history;

import dev.signet.history.Model.After;
import dev.signet.history.Request.Phase;
import dev.signet.history.Socket.State;
import dev.signet.history.Step.Touch;
import java.util.List;

/** What the session of a handshake is good for while the socket is open (N1). */
final class Sockets {

  private Sockets() {}

  /** Returns the model after a handshake was answered; the browser has not got its cookie yet. */
  static After handshake(Model model, int number, Touch touch) {
    After touched =
        switch (touch) {
          case NOTHING -> new After(model, Outcome.OK);
          case READ -> model.access(number);
          case PUT -> model.put(number, SessionCalls.SOCKET, new Value(Kind.STRING, 0));
          case DELETE -> delete(model, number);
        };
    boolean store = model.request(number).setup().store();
    After read =
        !store && touched.outcome() == Outcome.OK ? touched.model().access(number) : touched;
    return read.outcome() == Outcome.OK ? read.model().save(number) : read;
  }

  private static After delete(Model model, int number) {
    long now = model.shared().now();
    return model.change(number, request -> request.deleted(now));
  }

  /** Returns the socket after its handshake was answered. */
  static Socket opened(After answered, int number, List<String> cookies) {
    Model model = answered.model();
    boolean store = model.request(number).setup().store();
    State state =
        answered.outcome() != Outcome.OK ? State.FAILED : store ? State.ANSWERED : State.FIXED;
    return new Socket(cookies, model.shared().now(), state);
  }

  /** Returns the model after an endpoint got the session again, because a message came. */
  static Model message(Model model, int number) {
    Socket socket = model.socket(number);
    return socket != null && socket.state() == State.LIVE ? again(model, number, socket) : model;
  }

  private static Model again(Model model, int number, Socket socket) {
    Request before = model.request(number);
    return model.with(number, Request.of(before.setup(), before.browser(), socket.cookies()));
  }

  /** Returns the model after a call on the session of a socket. */
  static After expected(Model model, Socket socket, Step.Call step, Reaction reaction) {
    int number = step.request();
    if (socket.state() == State.FAILED) {
      return new After(model, Outcome.STORE_FAILED);
    }
    if (socket.state() == State.ANSWERED) {
      After first = first(model, number, socket);
      return first.outcome() == Outcome.OK ? Calls.expected(first.model(), step, reaction) : first;
    }
    if (step instanceof Step.Renew || step instanceof Step.LogIn || step instanceof Step.Confirm) {
      After read = step instanceof Step.LogIn ? model.access(number) : new After(model, Outcome.OK);
      return read.outcome() == Outcome.OK
          ? new After(read.model(), Outcome.ILLEGAL_STATE) // the token could not reach the browser
          : read;
    }
    if (socket.state() == State.LIVE && step instanceof Step.Delete) {
      After deleted = delete(model, number);
      return deleted.outcome() == Outcome.OK ? write(deleted.model(), number, socket) : deleted;
    }
    return socket.state() == State.LIVE && step instanceof Step.Save
        ? save(model, number, socket)
        : Calls.onSession(model, step, reaction);
  }

  /** A handshake that left the browser without a session has none for good. */
  private static After first(Model model, int number, Socket socket) {
    boolean used = model.request(number).loaded() != null;
    After found = used ? new After(model, Outcome.OK) : again(model, number, socket).access(number);
    if (found.outcome() != Outcome.OK) {
      return new After(found.model().with(number, model.request(number)), found.outcome());
    }
    Request request = found.model().request(number);
    if (request.session().exists() && !socket.cookies().isEmpty()) {
      Socket live = socket.in(State.LIVE);
      return new After(again(found.model(), number, live).with(number, live), Outcome.OK);
    }
    Model fixed = found.model().with(number, socket.in(State.FIXED));
    return new After(
        fixed.with(number, request.respond(Phase.COMMITTED, Header.NOTHING)), Outcome.OK);
  }

  private static After save(Model model, int number, Socket socket) {
    After read = model.access(number);
    if (read.outcome() != Outcome.OK) {
      return read;
    }
    Request request = read.model().request(number);
    if (!request.session().exists()) {
      return new After(read.model(), Outcome.ILLEGAL_STATE);
    }
    return write(read.model().with(number, request.saved()), number, socket);
  }

  /** What was not saved is refused (N1); a session that ends now, or has ended, is what it is. */
  private static After write(Model model, int number, Socket socket) {
    Request written = model.request(number);
    After decided = model.decide(number, false);
    if (decided.outcome() != Outcome.OK) {
      return new After(decided.model().reopen(number), decided.outcome());
    }
    Header header = decided.model().request(number).sent();
    boolean lost =
        written.end() != Request.End.DELETED
            && (header instanceof Header.Nothing
                || (header instanceof Header.Expire && !written.content().isEmpty()));
    return new After(
        again(decided.model(), number, socket), lost ? Outcome.ILLEGAL_STATE : Outcome.OK);
  }
}
