package dev.signet.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of placeholders and examples: those that documentation, templates and impatient people
 * make keys of. Spellings with digits and signs for letters count as the word.
 */
final class KeyWords {

  private static final String WORDS =
      """
      am an as at be by do go he if in is it me my no of on or so to up us we
      16 24 32 48 64 123 128 192 256 384 512 1024 1234 2048 4096
      secret secrets password passwords passwd passphrase pass pwd key keys token tokens cookie
      session sessions jwt hmac sha256 hs256 hash salt signing signature sign encryption encrypt
      encrypted encoded base64 crypto cipher private public shared master api app application
      service server client web website site backend frontend database user username login admin
      administrator root guest welcome letmein access auth authentication authorization
      change changeme changeit changethis replace replaceme replacethis insert enter put set use
      used using paste type write add edit update make here this that these your yours our mine own
      please must should shall may might need needs needed will would can could cannot not dont never always only
      ever just really very super top most more least less than then with without from for and the
      are was has have had its into onto before after when where goes going right left top hard purpose purposes think what who whom whose how why all any
      some every each one two three four five six seven eight nine ten twenty thirty forty fifty sixty hundred thousand
      min minimum max length long longer short enough bit bits byte bytes char chars character
      characters number numbers digit digits letter letters word words string strings text value
      values random randomly generated generate generation generator special unique strong stronger secure secured
      security safe safely insecure unsafe weak hidden known unknown unguessable guess guessed
      nobody anybody somebody someone anyone everyone knows know keep kept
      example examples sample samples demo demos test tests testing tester dummy fake mock foo bar
      baz qux foobar default defaults placeholder temp temporary todo fixme tbd local localhost dev
      devel develop developer development stage staging prod production productive release
      deployment environment env config configuration configured settings setting option variable
      project company organization team name world hello lorem ipsum dolor amet monkey dragon master
      sunshine princess football baseball iloveyou trustno trust whatever new old now today later
      first last second good better best great big little simple easy hard
      java jakarta spring boot node express django flask laravel rails symfony liberty quarkus micro
      profile signet robyn ravyn microdot bocadillo velocipy
      january february march april may june july august september october november december
      monday tuesday wednesday thursday friday saturday sunday winter summer autumn
      """;

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2050;

  private static final Set<String> FOLDED =
      Stream.concat(
              Arrays.stream(WORDS.split("\\s+")),
              IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).mapToObj(Integer::toString))
          .map(KeyWords::folded)
          .collect(Collectors.toUnmodifiableSet());

  /** The length of the longest word. */
  static final int LONGEST = FOLDED.stream().mapToInt(String::length).max().orElse(0);

  /** The bits that a word in a text of such words takes: some are far more frequent than others. */
  static final double BITS = 5.5;

  private KeyWords() {}

  /** Returns whether a folded text is a word. */
  static boolean contains(String folded) {
    return FOLDED.contains(folded);
  }

  /** Returns a text in which all spellings of a word are the same; its length stays. */
  static String folded(String text) {
    var folded = new StringBuilder(text.toLowerCase(Locale.ROOT));
    for (int i = 0; i < folded.length(); i++) {
      folded.setCharAt(i, folded(folded.charAt(i)));
    }
    return folded.toString();
  }

  private static char folded(char character) {
    return switch (character) {
      case '0' -> 'o';
      case '1', '!', 'l', '|' -> 'i';
      case '3', '€' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '7' -> 't';
      case '8' -> 'b';
      default -> character;
    };
  }
}
