package dev.signet.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether a key can be guessed, by its kind: placeholders, words of examples, repetitions
 * and sequences, in any padding, spelling, order or encoding.
 */
final class KeyStrength {

  /**
   * The least bits in the description of a key. The model is low for random keys: of 32 random
   * hexadecimal digits, which have 128 bits, it finds 85 to 140.
   */
  static final double LEAST_BITS = 70;

  /** The keys of examples in standards. */
  private static final Set<String> PUBLISHED =
      Set.of(
          // RFC 7515, A.1.1
          "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
          // RFC 7520, 3.5 and 3.6
          "hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg",
          "AAPapAv4LbFbiVawEjagUBluYqN5rhna-8nuldDvOx8");

  private static final Pattern NO_SIGN = Pattern.compile("[^\\p{L}\\p{N}]");

  /** The words of keys that are meant for development, in lower case, without punctuation. */
  private static final Pattern DEVELOPMENT =
      Pattern.compile(
          "(development|dev|demo|demonstration|example|test|tests|testing|local)only"
              + "|(only|just)for(development|dev|demos?|tests?|testing|examples?)"
              + "|not(for|in)prod|nouseinprod|notuseinprod|neverinprod|neveruseinprod");

  private static final int MOST_STRIDES = 4;

  private KeyStrength() {}

  /** Returns whether a key follows a pattern. */
  static boolean isPredictable(String key) {
    return KeyViews.of(key).stream()
        .anyMatch(
            view ->
                PUBLISHED.contains(view)
                    || isPattern(view, LEAST_BITS)
                    || isPattern(new StringBuilder(view).reverse().toString(), LEAST_BITS)
                    || isPatternBetweenSigns(view));
  }

  /** Returns whether a key says that it is for development, a demonstration or tests only. */
  static boolean isForDevelopment(String key) {
    return DEVELOPMENT.matcher(withoutSigns(key).toLowerCase(Locale.ROOT)).find();
  }

  private static boolean isPattern(String text, double leastBits) {
    KeyModel model = KeyModel.of(text);
    return model.bits() < leastBits || model.patterned() >= 0.5;
  }

  /** Signs between the letters may hide a repetition; without them there is less chance, too. */
  private static boolean isPatternBetweenSigns(String text) {
    String letters = withoutSigns(text);
    return letters.length() * 2 > text.length()
        && (isPattern(letters, 0) || isInterleaved(letters));
  }

  private static String withoutSigns(String text) {
    return NO_SIGN.matcher(text).replaceAll("");
  }

  /**
   * Returns whether every second, third or fourth character makes a pattern, or the letters and the
   * digits do.
   */
  private static boolean isInterleaved(String text) {
    String letters = text.replaceAll("\\p{N}", "");
    String digits = text.replaceAll("\\P{N}", "");
    if (isPattern(letters + digits, 0)) {
      return true;
    }
    for (int stride = 2; stride <= MOST_STRIDES; stride++) {
      var sorted = new StringBuilder();
      for (int start = 0; start < stride; start++) {
        for (int i = start; i < text.length(); i += stride) {
          sorted.append(text.charAt(i));
        }
      }
      if (isPattern(sorted.toString(), 0)) {
        return true;
      }
    }
    return false;
  }
}
