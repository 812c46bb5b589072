package dev.signet.core;

import dev.signet.SessionEvent;
import dev.signet.SessionTooLargeException;
import dev.signet.json.Claims;
import dev.signet.json.RawJson;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The session cookie of one response. Not thread-safe. */
final class ResponseCookie {

  private final SessionLifecycle lifecycle;
  private final BooleanSupplier requestIsSecure;

  ResponseCookie(SessionLifecycle lifecycle, BooleanSupplier requestIsSecure) {
    this.lifecycle = lifecycle;
    this.requestIsSecure = requestIsSecure;
  }

  /**
   * Returns whether attributes are certain to fit.
   *
   * @param length the result of {@link Attributes#lengthWith}
   * @param login the log-in beside them, and the page to return to after it
   */
  boolean isCertainToFit(int length, LoginChanges login) {
    SizeLimit limit = lifecycle.persistence().sizeLimit();
    return limit == null
        ? lifecycle.writer().isCertainToFit(length, login.current(), login.requestedPage())
        : limit.isCertainToFit(length);
  }

  /**
   * Checks that the session fits into its cookie, or does not exceed the limit of its store.
   *
   * @param savedSize the size of the session in the store
   * @throws SessionTooLargeException if it is too large
   */
  void checkSize(Claims claims, int savedSize) {
    if (lifecycle.persistence().sizeLimit() == null) {
      var unused = header(claims);
    } else {
      checkStoredSize(claims.attributes(), savedSize);
    }
  }

  /** Returns whether the session fits into its cookie. */
  boolean fits(Claims claims) {
    try {
      return lifecycle.persistence().sizeLimit() != null
          || !lifecycle.writer().write(claims, requestIsSecure).isEmpty();
    } catch (SessionTooLargeException e) {
      return false;
    }
  }

  /**
   * Checks that the session does not exceed the limit of its store, if it has one.
   *
   * @param savedSize the size of the session in the store
   * @throws SessionTooLargeException if it is too large
   */
  void checkStoredSize(Map<String, RawJson> texts, int savedSize) {
    SizeLimit limit = lifecycle.persistence().sizeLimit();
    try {
      if (limit != null) {
        limit.check(texts, savedSize);
      }
    } catch (SessionTooLargeException e) {
      throw tooLarge(e);
    }
  }

  private SessionTooLargeException tooLarge(SessionTooLargeException e) {
    lifecycle.publish(new SessionEvent.TooLarge());
    return e;
  }

  /**
   * Returns the header that writes the session.
   *
   * @throws SessionTooLargeException if it does not fit into its cookie
   */
  String header(Claims claims) {
    try {
      return lifecycle.writer().write(claims, requestIsSecure);
    } catch (SessionTooLargeException e) {
      throw tooLarge(e);
    }
  }

  /** Returns the header that makes the browser delete the cookie. */
  String expire() {
    return lifecycle.writer().expire(requestIsSecure);
  }
}
