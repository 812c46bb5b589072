package dev.signet.testing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the dates of cookies as browsers do, in several formats (RFC 6265, 5.1.1). */
final class CookieDate {

  private static final Pattern DELIMITERS =
      Pattern.compile("[\\t\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\D.*)?");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:\\D.*)?");
  private static final Pattern YEAR = Pattern.compile("(\\d{2,4})(?:\\D.*)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int FIRST_YEAR = 1601;

  private int @Nullable [] time;
  private int day;
  private int month;
  private int year = -1;

  private CookieDate() {}

  /** Parses a cookie date. Returns null if the text is not one. */
  static @Nullable Instant parse(String text) {
    var date = new CookieDate();
    DELIMITERS.splitAsStream(text).filter(token -> !token.isEmpty()).forEach(date::take);
    return date.instant();
  }

  private void take(String token) {
    var asTime = TIME.matcher(token);
    var asDay = DAY.matcher(token);
    var asYear = YEAR.matcher(token);
    if (time == null && asTime.matches()) {
      time = new int[] {number(asTime.group(1)), number(asTime.group(2)), number(asTime.group(3))};
    } else if (day == 0 && asDay.matches()) {
      day = number(asDay.group(1));
    } else if (month == 0 && token.length() >= 3 && monthOf(token) > 0) {
      month = monthOf(token);
    } else if (year < 0 && asYear.matches()) {
      int said = number(asYear.group(1));
      year = said < 70 ? said + 2000 : said < 100 ? said + 1900 : said;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int monthOf(String token) {
    return MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private @Nullable Instant instant() {
    if (time == null || year < FIRST_YEAR) {
      return null;
    }
    try {
      return LocalDateTime.of(year, month, day, time[0], time[1], time[2])
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
