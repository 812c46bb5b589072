package dev.signet.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.SessionEvent.RejectionReason;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.seal.UnsealResult;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prints what is in a token, and whether one of the keys verifies it. */
final class TokenDecoder {

  private static final int JWS_PARTS = 3;

  /** The seconds that a token may be ahead of the clock of an application. */
  private static final int TOLERANCE = 60;

  /** Characters that change what a terminal shows. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private final List<SessionKey> keys;
  private final String binding;
  private final Clock clock;

  TokenDecoder(List<SessionKey> keys, String binding, Clock clock) {
    this.keys = keys;
    this.binding = binding;
    this.clock = clock;
  }

  /** Prints a token and returns the exit status. */
  int decode(String token, PrintStream out) {
    boolean signed = token.split("\\.", -1).length == JWS_PARTS;
    out.println("Format:   " + (signed ? "signed (JWS)" : "encrypted (JWE)"));
    if (keys.isEmpty()) {
      out.println("Verified: not checked, because SESSION_SECRET_KEY is not set");
      print(signed ? payload(token) : null, out);
      return CommandLine.UNCHECKED;
    }
    UnsealResult result = Seal.signing(keys, binding).unseal(token);
    if (result instanceof UnsealResult.Rejected rejected) {
      out.println("Verified: no, " + words(rejected.reason()));
      print(signed ? payload(token) : null, out);
      return CommandLine.REJECTED;
    }
    boolean current =
        Seal.signing(keys.subList(0, 1), binding).unseal(token) instanceof UnsealResult.Valid;
    out.println("Verified: yes, by the " + (current ? "current key" : "previous keys"));
    boolean live = print(new String(((UnsealResult.Valid) result).payload(), UTF_8), out);
    return live ? CommandLine.OK : CommandLine.REJECTED;
  }

  private static String words(RejectionReason reason) {
    return switch (reason) {
      case UNKNOWN_KEY ->
          "it was made with another key, or for another cookie name or audience (UNKNOWN_KEY)";
      case BAD_SIGNATURE -> "it was changed after it was made (BAD_SIGNATURE)";
      default -> "it is not a session token (%s)".formatted(reason);
    };
  }

  /** Returns the payload of a signed token, verified or not; null if it is not base64url. */
  private static @Nullable String payload(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Prints the claims, and returns whether they have not expired. */
  private boolean print(@Nullable String payload, PrintStream out) {
    if (payload == null) {
      out.println("Claims:   cannot be read");
      return false;
    }
    Long issued = Claim.number(payload, "iat");
    Long expires = Claim.number(payload, "exp");
    long now = clock.instant().getEpochSecond();
    boolean early = isAhead(issued, now) || isAhead(Claim.number(payload, "nbf"), now);
    boolean late = expires == null || now >= expires;
    out.println("Issued:   " + time(issued) + (early ? ", so it is not valid yet" : ""));
    out.println("Expires:  " + time(expires) + (late ? ", so it is not valid" : ""));
    boolean live = !early && !late;
    out.println("Claims:   " + CONTROL.matcher(payload).replaceAll(e -> escaped(e.group())));
    return live;
  }

  /** Clocks of servers may differ. */
  private static boolean isAhead(@Nullable Long time, long now) {
    return time != null && time > now + TOLERANCE;
  }

  private String time(@Nullable Long seconds) {
    if (seconds == null) {
      return "absent";
    }
    Instant time = Instant.ofEpochSecond(seconds);
    Duration distance = Duration.between(clock.instant(), time);
    return "%s (%s)"
        .formatted(
            time,
            distance.isNegative() ? words(distance.negated()) + " ago" : "in " + words(distance));
  }

  private static String words(Duration duration) {
    return duration.toDays() > 1
        ? duration.toDays() + " days"
        : duration.toHours() > 1
            ? duration.toHours() + " hours"
            : duration.toSeconds() + " seconds";
  }

  private static String escaped(String character) {
    return "\\\\u%04x".formatted(character.codePointAt(0));
  }
}
