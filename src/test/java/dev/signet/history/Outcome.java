package dev.signet.history;

/** How a call on a session ends. */
enum Outcome {
  OK,
  /** The response was decided. */
  ILLEGAL_STATE,
  STORE_FAILED,
  /** The response has a status of 500. */
  SERVER_ERROR,
  TOO_LARGE,
  /** The value is not of that type. */
  WRONG_TYPE,
  ILLEGAL_ARGUMENT,
  /** The application has the wrong kind of attribute. */
  OTHER
}
