package dev.signet.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The shortest description of a text with single characters, repetitions of earlier parts,
 * sequences (of characters, of a keyboard) and words. Its length is an estimate of how many bits of
 * chance are in the text: close to the real number for random text, and far below what the length
 * promises for text that follows a pattern.
 *
 * @param bits the length of the description
 * @param patterned the share of the text that repeats or continues what was before it, 0 to 1
 */
record KeyModel(double bits, double patterned) {

  /** Longer texts are cut: what is here decides. */
  private static final int MOST = 256;

  private static final int SHORTEST = 3;

  /**
   * Sequences of other characters than neighbours need one more, because chance makes short ones.
   */
  private static final int SHORTEST_WIDE = 4;

  private static final int NEIGHBOURS = 3;

  private static final double SEQUENCE_BITS = 5;
  private static final double STEP_BITS = 2.8;
  private static final double WIDE_STEP_BITS = 8;

  /** Rows and columns of keyboards, each in both directions. */
  private static final List<String> ROWS =
      Stream.of(
              "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
              "01234567890123456789",
              "qwertyuiopasdfghjklzxcvbnm",
              "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
              "1234567890-=qwertyuiop",
              "qwertzuiopasdfghjklyxcvbnm",
              "azertyuiopqsdfghjklmwxcvbn",
              "!@#$%^&*()_+",
              "!\"§$%&/()=?",
              "qazwsxedcrfvtgbyhnujmikolp",
              "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
              "aeiou",
              "ababababababababababababababab")
          .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
          .toList();

  private static final Set<String> ROW_PARTS =
      ROWS.stream()
          .flatMap(
              row ->
                  IntStream.rangeClosed(0, row.length() - SHORTEST)
                      .mapToObj(i -> row.substring(i, i + SHORTEST)))
          .collect(Collectors.toUnmodifiableSet());

  /** Returns the description of a text. */
  static KeyModel of(String text) {
    return new Search(text).model();
  }

  /** The search for the shortest description, from the beginning of the text to its end. */
  private static final class Search {

    private final int[] characters;
    private final String lower;
    private final String folded;
    private final double newCharacter;
    private final double knownCharacter;

    /** The bits of the shortest description up to each index. */
    private final double[] bits;

    /** The number of characters in repetitions and sequences of that description. */
    private final int[] patterned;

    Search(String text) {
      int[] all = text.codePoints().limit(MOST).toArray();
      this.characters = all;
      // One char for each character, so that indexes agree.
      this.lower = oneChar(all).toLowerCase(Locale.ROOT);
      this.folded = KeyWords.folded(lower);
      this.newCharacter = log2(Alphabet.size(all));
      this.knownCharacter = log2(Math.max(2, (double) Arrays.stream(all).distinct().count()));
      this.bits = new double[all.length + 1];
      this.patterned = new int[all.length + 1];
      Arrays.fill(bits, 1, bits.length, Double.MAX_VALUE);
    }

    private static String oneChar(int[] characters) {
      var text = new StringBuilder();
      for (int character : characters) {
        text.append((char) character);
      }
      return text.toString();
    }

    KeyModel model() {
      Set<Integer> seen = new HashSet<>();
      for (int i = 0; i < characters.length; i++) {
        double single = seen.add(characters[i]) ? newCharacter : knownCharacter;
        offer(i, 1, single, 0);
        repetition(i);
        rows(i);
        steps(i, single);
        words(i);
      }
      int end = characters.length;
      return new KeyModel(bits[end], end == 0 ? 0 : (double) patterned[end] / end);
    }

    private void offer(int start, int length, double cost, int follows) {
      int end = start + length;
      if (bits[start] + cost < bits[end]) {
        bits[end] = bits[start] + cost;
        patterned[end] = patterned[start] + follows;
      }
    }

    /** Random digits have many patterns of three, which are not significant. */
    private static int counted(int length) {
      return length <= SHORTEST ? 0 : length;
    }

    /** A part that occurs before, in any case; it may overlap itself. */
    private void repetition(int start) {
      int longest = 0;
      for (int from = 0; from < start; from++) {
        int length = 0;
        while (start + length < characters.length
            && lower.charAt(from + length) == lower.charAt(start + length)) {
          length++;
        }
        longest = Math.max(longest, length);
      }
      for (int length = SHORTEST; length <= longest; length++) {
        offer(start, length, 1 + log2(start + 1) + log2(length), counted(length));
      }
    }

    private void rows(int start) {
      int first = start + SHORTEST;
      if (first > characters.length || !ROW_PARTS.contains(lower.substring(start, first))) {
        return;
      }
      for (int length = SHORTEST; start + length <= characters.length; length++) {
        String part = lower.substring(start, start + length);
        if (ROWS.stream().noneMatch(row -> row.contains(part))) {
          return;
        }
        offer(start, length, SEQUENCE_BITS + log2(length), counted(length));
      }
    }

    /** Characters at equal distances. */
    private void steps(int start, double single) {
      if (start + 1 >= characters.length) {
        return;
      }
      int step = step(start + 1);
      boolean wide = Math.abs(step) > NEIGHBOURS;
      double cost = single + (wide ? WIDE_STEP_BITS : STEP_BITS);
      int length = 2;
      while (start + length < characters.length && step(start + length) == step) {
        length++;
        if (length >= (wide ? SHORTEST_WIDE : SHORTEST)) {
          offer(start, length, cost + log2(length), counted(length - 1));
        }
      }
    }

    /** The distance from the character before; bytes begin again after the last one. */
    private int step(int index) {
      int step = characters[index] - characters[index - 1];
      return Math.abs(step) <= NEIGHBOURS ? step : Math.floorMod(step, 256);
    }

    /** A word, with a separator behind it. */
    private void words(int start) {
      int longest = Math.min(characters.length - start, KeyWords.LONGEST);
      for (int length = 2; length <= longest; length++) {
        if (KeyWords.contains(folded.substring(start, start + length))) {
          offer(start, length, KeyWords.BITS, 0);
          int next = start + length;
          if (next < characters.length && isSeparator(characters[next])) {
            offer(start, length + 1, KeyWords.BITS, 0);
          }
        }
      }
    }
  }

  private static boolean isSeparator(int character) {
    return character <= '~' && !Character.isLetterOrDigit(character);
  }

  private static double log2(double number) {
    return Math.log(number) / Math.log(2);
  }

  /** The number of characters that a text chooses from, by the kinds that are in it. */
  private static final class Alphabet {

    private static final int DIGITS = 10;
    private static final int HEX_LETTERS = 6;
    private static final int LETTERS = 26;
    private static final int SIGNS = 33;
    private static final int BYTES = 256;
    private static final int OTHERS = 2048;

    private Alphabet() {}

    static int size(int[] text) {
      if (any(text, c -> c > 0xFF)) {
        return OTHERS;
      }
      if (any(text, c -> c < ' ' || c > '~')) {
        return BYTES;
      }
      int size = 0;
      size += any(text, c -> c >= '0' && c <= '9') ? DIGITS : 0;
      size += letters(text, 'a', 'f', 'z');
      size += letters(text, 'A', 'F', 'Z');
      long signs =
          Arrays.stream(text).filter(c -> !Character.isLetterOrDigit(c)).distinct().count();
      return size + (signs <= 1 ? (int) signs : SIGNS);
    }

    private static int letters(int[] text, char first, char lastHex, char last) {
      if (any(text, c -> c > lastHex && c <= last)) {
        return LETTERS;
      }
      return any(text, c -> c >= first && c <= lastHex) ? HEX_LETTERS : 0;
    }

    private static boolean any(int[] text, IntPredicate kind) {
      return Arrays.stream(text).anyMatch(kind);
    }
  }
}
