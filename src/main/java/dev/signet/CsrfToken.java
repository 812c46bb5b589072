package dev.signet;

/**
 * What a page of this application puts into its forms to show that they are its own; injectable,
 * and asked of them where {@code session.csrf} is {@code token}.
 *
 * <pre>{@code
 * <input type="hidden" name="csrf_token" value="...">
 * }</pre>
 *
 * <p>Safe for use by many threads; it always speaks of the current request.
 */
public interface CsrfToken {

  /**
   * The name of the form's field. Without servlets it has to come within the first 64 kB of the
   * form.
   */
  String FIELD = "csrf_token";

  /** The name of the header, for scripts and for what is not a plain form. */
  String HEADER = "X-CSRF-Token";

  /**
   * Returns a token of the current session, each time another text. All of them are good until
   * {@link Session#renew}, {@code clear} or {@link Session#delete}; so ask after these.
   *
   * <p>The first one keeps an attribute in the session, {@code signet.csrf}, and so begins one. Ask
   * before the response is made.
   *
   * @return letters, digits, {@code -} and {@code _}, which need no escapes; empty, without a touch
   *     of the session, where no token is asked for
   * @throws IllegalStateException where there is no request, or where the first one is asked for
   *     after the response was decided
   * @throws SessionException if the session can't be read, or has no room for the attribute
   */
  String value();
}
