package dev.signet;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires that the caller has proved their identity recently, by a log-in or {@link
 * Session#confirm}. For methods and classes of Jakarta REST resources; an annotation of a method
 * precedes that of its class.
 *
 * <p>Otherwise the response is 401 with a challenge (RFC 9470), or a redirect to {@code
 * session.login-page} if a browser asks for a page. Not enforced if {@code session.caller} is
 * {@code off}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RecentLogIn {

  /** The longest time since the proof, in ISO-8601, such as {@code PT5M}; at least one second. */
  String value();
}
