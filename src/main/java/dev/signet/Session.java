package dev.signet;

import jakarta.ws.rs.core.GenericType;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of one client across requests, as a map of attributes.
 *
 * <p>Inject it with {@code @Inject Session session} into anything that serves a request: resources,
 * servlets, filters and beans; in JSP and Faces pages it is {@code signet}. Nothing is read from
 * the request before the first call, and a cookie is written only if the content changed. Values
 * are of any type that Jackson writes and reads: scalars, {@code java.time}, {@code UUID}, {@code
 * byte[]}, lists, maps, records and beans. Putting null removes an attribute.
 *
 * <p>A value that was put or returned may be changed in place, such as a list that gets an element.
 * The change is saved without a further call if it is made before the response is decided. After
 * that, methods that change the session throw {@link IllegalStateException}; so does the first
 * access, because {@code Vary: Cookie} can no longer be added to the response. A later change
 * inside a value is not detected.
 *
 * <p>Equality is that of a {@link Map}. {@code toString} shows no content and does not count as
 * access.
 *
 * <p>A session belongs to its request and is not thread-safe. The injected object may be kept in a
 * bean of any scope, because it always stands for the session of the current request. Without a
 * request, every method except {@code toString} throws {@link IllegalStateException}.
 */
public interface Session extends Map<String, Object> {

  /**
   * Returns an attribute as the given type.
   *
   * @param key the attribute's name
   * @param type the type to read it as, without type parameters; for others use {@link #get(String,
   *     GenericType)}
   * @return the value, or null if there is no such attribute; for each call with the same type an
   *     equal object, the same one if it can change
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
   * Returns an attribute as the type of the default value, or the default value if absent.
   *
   * <p>If the default is a {@code List}, {@code Set} or {@code Map}, the attribute is read as that
   * interface, and its elements as the types of JSON. {@code List.of()} does not carry an element
   * type; use {@link #get(String, GenericType)} for elements of other types. The default value is
   * not stored in the session: put it after changing it.
   *
   * @param key the attribute's name
   * @param fallback the default value; not null
   * @return the value or the default value
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

  /**
   * Puts a value that is removed when it is read, such as a notice that the page after a redirect
   * shows. It stays in the session until a request reads it with {@link #flash(String, Class)}:
   * redirects, other requests and failed ones do not remove it.
   *
   * <p>Each name has one value, and flash values of different names do not replace each other. They
   * are not in the map, but count as content: they make a session that is written, take their part
   * of its size, and end with {@link #delete} and {@link #clear}. Messages name them {@code
   * dev.signet.flash.} and the name.
   *
   * <p>The tabs of a browser have the same session, so the first one that reads a name gets the
   * value. Include an ID in the name if a value is meant for one page only.
   *
   * @param name the name of the value
   * @param value a value as for {@link #put}; null removes the one that is there
   * @throws SessionAttributeException if the value cannot be kept as JSON; the session is unchanged
   * @throws SessionTooLargeException if the session would no longer fit into a cookie; the session
   *     is unchanged
   */
  void flash(String name, @Nullable Object value);

  /**
   * Returns a flash value as the given type, and removes it from the session. Other calls in the
   * same request return it too, so that a page can test and then show it.
   *
   * <p>The removal is a change of the session, so a read that finds a value writes the cookie or
   * the store. A response with a status of 500 or above saves nothing, and the next request finds
   * the value again.
   *
   * @param name the name of the value
   * @param type the type to read it as, without type parameters; for others use {@link
   *     #flash(String, GenericType)}
   * @return the value, or null if there is none
   * @throws SessionAttributeException if the value is not of that type; it stays in the session
   * @throws IllegalStateException if there is a value and the response was decided, so that it can
   *     no longer be removed
   */
  <T> @Nullable T flash(String name, Class<T> type);

  /**
   * Returns a flash value as the given generic type, and removes it from the session.
   *
   * @see #flash(String, Class)
   */
  <T> @Nullable T flash(String name, GenericType<T> type);

  /**
   * Returns a flash value in the types of JSON, and removes it from the session. In JSP and Faces
   * pages this is {@code #{signet.flash('notice')}}.
   *
   * @see #flash(String, Class)
   */
  @Nullable Object flash(String name);

  /** Returns whether this session was created by this request. */
  boolean isNew();

  /** Returns when the session was created, in whole seconds; {@link #renew} does not change it. */
  Instant createdAt();

  /**
   * Returns when the session expires unless it is written again before; empty for a new session,
   * which has no token yet.
   */
  Optional<Instant> expiresAt();

  /**
   * Writes the session with this response even if nothing changed, and even if the response has a
   * status of 500 or above. An empty session is not written.
   *
   * @throws SessionAttributeException if a value cannot be written as JSON
   * @throws SessionTooLargeException if the session is too large
   */
  void save();

  /**
   * Replaces the token and keeps the content. Call it when the privileges of the client change, as
   * at log-in (OWASP ASVS 5.0, 7.2.4).
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

  /**
   * Records that a user has logged in: equal to {@code logIn(LogIn.of(name).roles(roles))}.
   *
   * @see #logIn(LogIn)
   */
  void logIn(String name, Set<String> roles);

  /**
   * Records that a user has logged in, after the application has checked their proof, such as a
   * password. {@link #caller} returns them from now on, in this request and later ones.
   *
   * <p>The session is {@linkplain #renew renewed} and keeps its attributes, such as a cart that was
   * filled before. If another user is logged in, their session is {@linkplain #delete deleted}
   * instead, with its attributes. If the same user is logged in, the new log-in replaces the old
   * one.
   *
   * <p>The caller is not an attribute: it is not in the map, and {@code put} and {@code remove} do
   * not change it. {@link #delete} and {@link #clear} log the caller out; the removal of the last
   * attribute does not.
   *
   * @throws SessionTooLargeException if the session would no longer fit into a cookie; the session
   *     is unchanged
   */
  void logIn(LogIn logIn);

  /** Returns the user who is logged in, or empty. */
  Optional<Caller> caller();

  /**
   * Records that the caller has proved their identity again, such as with a password or a second
   * factor, and {@linkplain #renew renews} the session. {@link Caller#confirmedAt} is now.
   *
   * @throws IllegalStateException if there is no caller
   */
  void confirm();

  /**
   * Returns the page that a browser asked for when it was sent to {@code session.login-page}, so
   * that the user can be sent back there: a path of this server with its query, never the address
   * of another one. Empty if absent. {@link #logIn} and {@link #confirm} remove it from the
   * session; in the same request it is still returned.
   */
  Optional<URI> requestedPage();

  /** Removes all attributes and flash values, and logs the caller out. */
  @Override
  void clear();
}
