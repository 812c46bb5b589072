package dev.signet.config;

import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The seal with the keys of the current configuration. If a configuration source changes its
 * answer, the key ring follows without a restart; keys with faults are rejected, and the ring stays
 * as it is. Thread-safe. One thread reads the source while the others continue with the ring they
 * have.
 */
public final class ReloadingSeal implements Supplier<Seal> {

  /** The longest time until a change of the keys is noticed. */
  static final Duration PERIOD = Duration.ofSeconds(30);

  /** Marks that a thread is reading the configuration. */
  private static final long LOOKING = Long.MAX_VALUE;

  private static final System.Logger LOG = System.getLogger(ReloadingSeal.class.getName());

  private final Config config;
  private final String binding;
  private final boolean encrypted;
  private final Clock clock;
  private final SecureRandom random;
  private final AtomicLong nextLook;
  private volatile Ring ring;
  private volatile @Nullable String refused;

  /** Keys, and the seal that uses them. */
  private record Ring(List<SessionKey> keys, Seal seal) {}

  /**
   * @param config the source of the keys
   * @param read the configuration that was read at deployment
   * @param binding what tokens are bound to
   * @param clock the source of the time
   * @param random makes nonces
   */
  public ReloadingSeal(
      Config config, SessionConfig read, String binding, Clock clock, SecureRandom random) {
    this.config = config;
    this.binding = binding;
    this.encrypted = read.encrypted();
    this.clock = clock;
    this.random = random;
    this.nextLook = new AtomicLong(clock.millis() + PERIOD.toMillis());
    this.ring = ring(read.keys());
  }

  private Ring ring(List<SessionKey> keys) {
    return new Ring(
        keys, encrypted ? Seal.encrypting(keys, binding, random) : Seal.signing(keys, binding));
  }

  @Override
  public Seal get() {
    long due = nextLook.get();
    if (isDue(due, clock.millis()) && nextLook.compareAndSet(due, LOOKING)) {
      try {
        look();
      } finally {
        nextLook.set(clock.millis() + PERIOD.toMillis());
      }
    }
    return ring.seal();
  }

  /** Also true if the clock was set back, so that a leaked key does not remain for that time. */
  private static boolean isDue(long due, long now) {
    return due != LOOKING && (now >= due || due - now > PERIOD.toMillis());
  }

  private void look() {
    try {
      List<SessionKey> keys = SessionConfig.readKeys(config);
      if (!keys.equals(ring.keys())) {
        ring = ring(keys);
        LOG.log(Level.INFO, "The keys of the session cookie have changed and are in use.");
      } else if (refused != null) {
        LOG.log(Level.INFO, "The configured keys of the session cookie are those in use again.");
      }
      refused = null;
    } catch (SessionConfigException e) {
      refuse(e.lines());
    } catch (RuntimeException | LinkageError e) { // its message may contain a key
      refuse("  The configuration cannot be read: " + e.getClass().getName());
    }
  }

  /** Logs a fault once, not at every check. */
  private void refuse(String why) {
    if (!why.equals(refused)) {
      LOG.log(
          Level.ERROR,
          "The configured keys of the session cookie are invalid; the previous keys stay in"
              + " use:{0}{1}",
          System.lineSeparator(),
          why);
    }
    refused = why;
  }
}
