package dev.signet.history.app;

/** A failure that {@link FailureMapper} maps. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  Failure(int status) {
    super("The application failed.");
    this.status = status;
  }

  int status() {
    return status;
  }
}
