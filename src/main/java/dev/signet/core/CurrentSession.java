package dev.signet.core;

/** Finds the session of the request that the calling thread serves. Thread-safe. */
public interface CurrentSession {

  /**
   * Returns the session of the current request.
   *
   * @throws IllegalStateException if there is none; the message names the cause and the remedy
   */
  RequestSession get();
}
