package dev.signet.history;

import org.jspecify.annotations.Nullable;

/** The library, as a server that a history is played on. */
interface Server {

  /** Serves with a setup from now on. */
  void deploy(Setup setup);

  /** Returns the time. */
  long millis();

  /**
   * Returns how much time a deployment takes. If it takes time, only keys change, and requests that
   * are open get them too.
   */
  int deploymentMillis();

  void begin(int request, @Nullable String cookies);

  /**
   * Makes a call on the session of a request.
   *
   * @param interrupted whether its thread is interrupted before
   */
  Reaction call(Step.Call step, boolean interrupted);

  /**
   * Answers a request.
   *
   * @param interrupted whether its thread is interrupted before
   */
  Reaction answer(int request, Step.Ending ending, boolean interrupted);

  /** Returns how a request ends that is told to end in some way. */
  Step.Ending effective(int request, Step.Ending ending);

  void discard(int request);

  /**
   * Opens a socket, and returns the cookie of the handshake.
   *
   * @param interrupted whether its thread is interrupted before
   */
  Reaction open(int socket, @Nullable String cookies, Step.Touch touch, boolean interrupted);

  /** Gets the session of a socket again. */
  void message(int socket);

  void close(int socket);

  void pass(int millis);

  void failStore(Step.Fault fault);

  /** Runs something during the next call of the store. */
  void slowStore(Runnable during);

  void loseStore();
}
