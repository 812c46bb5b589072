package dev.signet;

import jakarta.ws.rs.core.GenericType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one client is remembered by between two requests: a map of attribute names to values.
 *
 * <p>Inject it with {@code @Inject Session session} anywhere in a Jakarta REST request. Nothing is
 * read from the request before the first call, and a cookie is written only when the content
 * changed. Values are whatever Jackson writes and reads: scalars, {@code java.time}, {@code UUID},
 * {@code byte[]}, lists, maps, records and beans. A null value means removal.
 *
 * <p>A value that was put in or handed out may be changed in place (a list may get an element) and
 * is saved without further notice, as long as that happens before the response is made. Once the
 * response has been decided, every method that changes the session throws {@link
 * IllegalStateException}; so does the very first access, since the response can no longer say that
 * it depends on the cookie. A change made to a value after that moment cannot be seen.
 *
 * <p>Equality is that of a {@link Map}; {@code toString} shows no content and is no access.
 *
 * <p>A session belongs to its request and is not safe for use by two threads at the same time. The
 * injected object may be kept in a bean of a longer life: it always speaks of the current request.
 * Where there is none, every method but {@code toString} throws {@link IllegalStateException}.
 */
public interface Session extends Map<String, Object> {

  /**
   * Returns an attribute as the given type.
   *
   * @param key the attribute's name
   * @param type the type to read it as; a type without parameters, for others see {@link
   *     #get(String, GenericType)}
   * @return the value, or null where there is no such attribute; the same object each time it is
   *     asked for as the same type
   * @throws SessionAttributeException if the attribute is not of that type, or is a number that
   *     does not fit into it
   */
  <T> @Nullable T get(String key, Class<T> type);

  /**
   * Returns an attribute as the given generic type, such as {@code new GenericType<List<UUID>>()
   * {}}.
   *
   * @param key the attribute's name
   * @param type the type to read it as
   * @return the value, or null where there is no such attribute
   * @throws SessionAttributeException if the attribute is not of that type
   */
  <T> @Nullable T get(String key, GenericType<T> type);

  /**
   * Returns an attribute as the type of the fallback, or the fallback where there is none.
   *
   * <p>For a {@code List}, {@code Set} or {@code Map} the interface is asked for, and the elements
   * are whatever JSON makes of them: of a {@code List.of()} nobody can tell that it is meant to
   * hold UUIDs, {@link #get(String, GenericType)} can. The fallback is not put into the session: a
   * fallback that is changed has to be put.
   *
   * @param key the attribute's name
   * @param fallback what to return where there is no such attribute; not null
   * @return the value or the fallback
   * @throws SessionAttributeException if the attribute is not of that type
   */
  <T> T get(String key, T fallback);

  /**
   * Puts an attribute, or removes it where the value is null.
   *
   * @return the value the attribute had, or null
   * @throws SessionAttributeException if the value cannot become JSON; the session is as before
   * @throws SessionTooLargeException if the session would not fit into a cookie any more; the
   *     session is as before
   */
  @Override
  @Nullable Object put(String key, @Nullable Object value);

  /** Tells whether this session began with this request, not with an earlier one. */
  boolean isNew();

  /** Returns when the session began, in whole seconds; {@link #renew} does not change it. */
  Instant createdAt();

  /**
   * Returns when the session that came with the request ends, unless it is written again before;
   * empty for a new session, which has no token yet.
   */
  Optional<Instant> expiresAt();

  /**
   * Writes the session with this response although nothing changed, and although the response may
   * be an error of the server. A session without content is not written.
   *
   * @throws SessionAttributeException if a value cannot become JSON
   * @throws SessionTooLargeException if the session does not fit into a cookie
   */
  void save();

  /**
   * Keeps the content and starts a new token: to be called when the client's rights change, as at
   * log-in (OWASP ASVS 5.0, 7.2.4).
   */
  void renew();

  /**
   * Ends the session: the content is gone, and the response expires the cookie. What is put
   * afterwards is in a new session.
   *
   * <p>A response of 500 and above saves nothing, a deletion neither; who must log out in spite of
   * an error calls {@code delete()} and then {@link #save}.
   */
  void delete();
}
