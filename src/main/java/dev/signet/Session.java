package dev.signet;

import jakarta.ws.rs.core.GenericType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one client across requests, as a map of attributes.
 *
 * <p>Inject it with {@code @Inject Session session} into anything that serves a request: resources,
 * servlets, filters and beans; in JSP and Faces pages it is {@code signet}. Nothing is read from
 * the request before the first call, and a cookie is written only if the content changed. Values
 * are whatever Jackson writes and reads: scalars, {@code java.time}, {@code UUID}, {@code byte[]},
 * lists, maps, records and beans. A null value means removal.
 *
 * <p>A value that was put or returned may be changed in place, such as a list that gets an element.
 * The change is saved without a further call, if it is made before the response is decided. After
 * that, every method that changes the session throws {@link IllegalStateException}; so does the
 * very first access, because the response can no longer have the header {@code Vary: Cookie}. A
 * change inside a value after that moment cannot be seen.
 *
 * <p>Equality is that of a {@link Map}. {@code toString} shows no content and does not count as
 * access.
 *
 * <p>A session belongs to its request and is not thread-safe. The injected object may be kept in a
 * bean of a longer life, because it always stands for the session of the current request. Without a
 * request, every method except {@code toString} throws {@link IllegalStateException}.
 */
public interface Session extends Map<String, Object> {

  /**
   * Returns an attribute as the given type.
   *
   * @param key the attribute's name
   * @param type the type to read it as; a type without parameters, for others see {@link
   *     #get(String, GenericType)}
   * @return the value, or null if there is no such attribute; the same object for each call with
   *     the same type
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
   * @return the value, or null if there is no such attribute
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
   * Puts an attribute, or removes it if the value is null.
   *
   * @return the value the attribute had, or null
   * @throws SessionAttributeException if the value cannot be kept as JSON; the session is unchanged
   * @throws SessionTooLargeException if the session would no longer fit into a cookie; the session
   *     is unchanged
   */
  @Override
  @Nullable Object put(String key, @Nullable Object value);

  /** Returns whether this session was created by this request. */
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
   * Deletes the session: the content is gone, and the response expires the cookie. Attributes that
   * are put afterwards are in a new session.
   *
   * <p>A response with a status of 500 or above saves nothing, a deletion included. To log out in
   * spite of an error, call {@code delete()} and then {@link #save}.
   */
  void delete();
}
