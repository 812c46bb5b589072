package dev.signet.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a key may stand for: the key itself, and what it is in base64, base32, hexadecimal
 * digits or percent-encoding, also several times over.
 */
final class KeyViews {

  private static final int MOST_ENCODINGS = 3;

  /** Text that names its encoding, such as {@code base64:}. */
  private static final Pattern PREFIX = Pattern.compile("(0x|[A-Za-z]+\\d*:)(?=\\S{24})");

  private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2}[ :-]?){12,}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
  private static final Pattern BASE32 = Pattern.compile("[A-Za-z2-7]{24,}=*");
  private static final Pattern PERCENT = Pattern.compile("%[0-9a-fA-F]{2}");
  private static final String BASE32_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private KeyViews() {}

  /** Returns the texts, the key first. */
  static Set<String> of(String key) {
    Set<String> views = new LinkedHashSet<>();
    add(views, key, 0);
    return views;
  }

  private static void add(Set<String> views, String text, int encodings) {
    if (encodings > MOST_ENCODINGS || !views.add(text)) {
      return;
    }
    for (UnaryOperator<@Nullable String> decoding : decodings()) {
      String decoded = decoding.apply(text);
      if (decoded != null && !decoded.equals(text)) {
        add(views, decoded, encodings + 1);
      }
    }
  }

  private static Iterable<UnaryOperator<@Nullable String>> decodings() {
    return List.of(
        KeyViews::withoutPrefix,
        KeyViews::fromHex,
        KeyViews::fromBase64,
        KeyViews::fromBase32,
        KeyViews::fromPercent);
  }

  private static String withoutPrefix(String text) {
    return PREFIX.matcher(text).lookingAt() ? PREFIX.matcher(text).replaceFirst("") : text;
  }

  private static @Nullable String fromHex(String text) {
    return HEX.matcher(text).matches()
        ? decoded(HexFormat.of().parseHex(text.replaceAll("[ :-]", "")))
        : null;
  }

  private static @Nullable String fromBase64(String text) {
    if (!BASE64.matcher(text).matches()) {
      return null;
    }
    String digits = text.replace('-', '+').replace('_', '/').replace("=", "");
    int whole = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
    return decoded(Base64.getDecoder().decode(digits.substring(0, whole)));
  }

  private static @Nullable String fromBase32(String text) {
    if (!BASE32.matcher(text).matches()) {
      return null;
    }
    var bytes = new ByteArrayOutputStream();
    int bits = 0;
    int buffered = 0;
    for (char digit : text.replace("=", "").toUpperCase(Locale.ROOT).toCharArray()) {
      bits = (bits << 5 | BASE32_DIGITS.indexOf(digit)) & 0xFFFF;
      buffered += 5;
      if (buffered >= 8) {
        buffered -= 8;
        bytes.write(bits >> buffered);
      }
    }
    return decoded(bytes.toByteArray());
  }

  private static @Nullable String fromPercent(String text) {
    var matcher = PERCENT.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    return decoded(
        matcher
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(found.group(), 1, 3, 16))))
            .getBytes(ISO_8859_1));
  }

  /** Returns the characters of bytes in UTF-8, or else one character for each byte. */
  private static String decoded(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, ISO_8859_1);
    }
  }
}
