package dev.signet.testing;

import dev.signet.LogIn;
import dev.signet.Session;
import dev.signet.SessionAttributeException;
import dev.signet.SessionStoreException;
import dev.signet.SessionTooLargeException;
import dev.signet.core.CookiePersistence;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.LoginRegistry;
import dev.signet.core.SessionLifecycle;
import dev.signet.core.SessionPersistence;
import dev.signet.core.StorePersistence;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.json.JsonCodec;
import dev.signet.json.JsonMapperCustomizer;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.spi.SessionStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads session cookies with the code of the application, without a request: for a user
 * who is logged in, or was a week ago.
 *
 * <pre>{@code
 * TestSessions sessions = TestSessions.signedWith(secret);
 * String cookie = sessions.aged(Duration.ofDays(13)).cookie(Map.of("user", 7));
 * }</pre>
 *
 * <p>Options that are not set have their defaults. Immutable and thread-safe; each method returns
 * another object.
 */
public final class TestSessions {

  /** The default of {@code session.max-size}. */
  private static final int MAX_SIZE = 1_000_000;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SessionKey key;
  private final boolean encrypted;
  private final String cookieName;
  private final @Nullable String audience;
  private final Clock clock;
  private final Duration age;
  private final Duration maxAge;
  private final @Nullable SessionStore store;
  private final @Nullable LogIn logIn;
  private final JsonCodec json;

  private TestSessions(
      SessionKey key,
      boolean encrypted,
      String cookieName,
      @Nullable String audience,
      Clock clock,
      Duration age,
      Duration maxAge,
      @Nullable SessionStore store,
      @Nullable LogIn logIn,
      JsonCodec json) {
    this.key = key;
    this.encrypted = encrypted;
    this.cookieName = cookieName;
    this.audience = audience;
    this.clock = clock;
    this.age = age;
    this.maxAge = maxAge;
    this.store = store;
    this.logIn = logIn;
    this.json = json;
  }

  /**
   * Returns sessions with signed tokens.
   *
   * @param secret the {@code session.secret-key} of the application
   * @throws IllegalArgumentException if the secret has fewer than 32 bytes
   */
  public static TestSessions signedWith(String secret) {
    return with(secret, false);
  }

  /**
   * Returns sessions with encrypted tokens, as with {@code session.encrypted=true}.
   *
   * @param secret the {@code session.secret-key} of the application
   * @throws IllegalArgumentException if the secret has fewer than 32 bytes
   */
  public static TestSessions encryptedWith(String secret) {
    return with(secret, true);
  }

  private static TestSessions with(String secret, boolean encrypted) {
    return new TestSessions(
        new SessionKey(secret),
        encrypted,
        "session",
        null,
        Clock.systemUTC(),
        Duration.ZERO,
        Duration.ofDays(14),
        null,
        null,
        new JsonCodec());
  }

  /**
   * Returns a copy with another {@code session.cookie-name}.
   *
   * @throws IllegalArgumentException if the name is not valid for that option
   */
  public TestSessions named(String name) {
    if (!SetCookie.NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The cookie's name is '%s'; like session.cookie-name it must be %s. Use the name that the application has, such as session."
              .formatted(name.replaceAll("\\p{Cntrl}", "?"), SetCookie.NAME_RULE));
    }
    return new TestSessions(key, encrypted, name, audience, clock, age, maxAge, store, logIn, json);
  }

  /**
   * Returns a copy for an application that is not at the context root {@code /}.
   *
   * @param value the context root of the application, such as {@code /shop}, or its {@code
   *     session.audience}
   */
  public TestSessions audience(String value) {
    return new TestSessions(
        key, encrypted, cookieName, value, clock, age, maxAge, store, logIn, json);
  }

  /** Returns a copy with another clock. */
  public TestSessions at(Clock other) {
    return new TestSessions(
        key, encrypted, cookieName, audience, other, age, maxAge, store, logIn, json);
  }

  /**
   * Returns sessions whose cookies were made some time ago. One that is older than its lifetime has
   * expired. A cookie with a negative age is made in the future, and is not valid yet if that is
   * more than a minute away.
   */
  public TestSessions aged(Duration time) {
    return new TestSessions(
        key, encrypted, cookieName, audience, clock, time, maxAge, store, logIn, json);
  }

  /**
   * Returns a copy with another {@code session.max-age}.
   *
   * @param time the lifetime in whole seconds, from one second to 400 days
   * @throws IllegalArgumentException if the lifetime is not valid for that option
   */
  public TestSessions lasting(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0
        || time.compareTo(SetCookie.MAX_AGE) > 0
        || !time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException(
          "The lifetime is %s; like session.max-age it must be in whole seconds, from one second to %d days, the longest that browsers accept (RFC 6265bis, 5.5). Use the lifetime that the application has, such as Duration.ofDays(14)."
              .formatted(time, SetCookie.MAX_AGE.toDays()));
    }
    return new TestSessions(
        key, encrypted, cookieName, audience, clock, age, time, store, logIn, json);
  }

  /** Returns a copy that keeps sessions in a store. */
  public TestSessions keptIn(SessionStore other) {
    return new TestSessions(
        key, encrypted, cookieName, audience, clock, age, maxAge, other, logIn, json);
  }

  /** Returns a copy whose cookies have a user who is logged in. */
  public TestSessions loggedIn(LogIn user) {
    return new TestSessions(
        key, encrypted, cookieName, audience, clock, age, maxAge, store, user, json);
  }

  /**
   * Returns a copy that converts attributes as an application with this customizer does.
   *
   * @param customizer the application's bean, or an object of its class
   * @throws IllegalStateException if it switches on default typing
   */
  public TestSessions mappedBy(JsonMapperCustomizer customizer) {
    return new TestSessions(
        key,
        encrypted,
        cookieName,
        audience,
        clock,
        age,
        maxAge,
        store,
        logIn,
        new JsonCodec(customizer));
  }

  /**
   * Creates a session and returns its cookie as a browser sends it, {@code name=value}.
   *
   * @param attributes the attributes; not empty unless a user is logged in, because an empty
   *     session has no cookie
   * @throws IllegalArgumentException if the session is empty
   * @throws SessionAttributeException if a name or a value cannot be written as JSON
   * @throws SessionTooLargeException if the cookie is too large for browsers
   * @throws SessionStoreException if there is a store and it fails
   */
  public String cookie(Map<String, ?> attributes) {
    var session = lifecycle(Clock.offset(clock, age.negated())).begin(() -> null, () -> false);
    if (logIn != null) {
      session.logIn(logIn);
    }
    session.putAll(attributes);
    String header =
        session
            .commit()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "A session without attributes has no cookie. Pass at least one attribute,"
                            + " or log a user in."));
    return header.substring(0, header.indexOf(';'));
  }

  /**
   * Reads a session at once; time that passes later changes nothing.
   *
   * @param header a {@code Cookie} header, with or without other cookies, or a {@code Set-Cookie}
   *     header
   * @return the session as the application reads it; new and empty if it is not valid now
   * @throws SessionStoreException if there is a store and it fails
   */
  public Session read(String header) {
    Session session = lifecycle(clock).begin(() -> header, () -> false);
    session.isNew(); // the first access reads the session
    return session;
  }

  private SessionLifecycle lifecycle(Clock time) {
    String binding = Seal.binding(cookieName, audience);
    Seal seal =
        encrypted
            ? Seal.encrypting(List.of(key), binding, RANDOM)
            : Seal.signing(List.of(key), binding);
    SessionPersistence persistence =
        store == null
            ? new CookiePersistence(RANDOM, false)
            : new StorePersistence(store, MAX_SIZE, RANDOM, event -> {});
    return new SessionLifecycle(
        () -> seal,
        persistence,
        new SetCookie(cookieName, "/", null, true, SameSite.LAX, false),
        SecurePolicy.AUTO,
        new ExpirationPolicy(maxAge, true, false, null),
        time,
        event -> {},
        json,
        false,
        LoginRegistry.untracked(RANDOM));
  }

  /** Returns the name of the cookie, without the key. */
  @Override
  public String toString() {
    return "TestSessions[" + cookieName + "]";
  }
}
