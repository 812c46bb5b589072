package dev.signet.config;

import static java.util.Locale.ROOT;

import dev.signet.http.SetCookie;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads single options as text and converts them to values. A value that cannot be converted
 * becomes a fault and is replaced by the default, so that all faults are found.
 */
final class OptionReader {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** A value that is one expression, with its default. */
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^${}:]+)(?::(.*))?}");

  /** A chain of more references is not followed. */
  private static final int MOST_REFERENCES = 5;

  private final Config config;
  private final ConfigErrors faults;

  OptionReader(Config config, ConfigErrors faults) {
    this.config = config;
    this.faults = faults;
  }

  /**
   * Returns the secrets of an option, without leading and trailing blanks: null if it is not set,
   * and an empty text if it was reported as a fault, because it cannot be resolved or is not used
   * as it is written.
   */
  @Nullable String secret(Option option) {
    int before = faults.count();
    String text = text(option);
    if (text != null && !isExact(property(option), MOST_REFERENCES)) {
      faults.add(
          option,
          "has $$, \\$ or a ${...} inside other text, which MicroProfile Config changes; the key in"
              + " use would not be the one that is written, and other programs would have another."
              + " Write $ instead of $$ and \\$ to keep the key in use, or refer to a property that"
              + " holds the whole key with one ${...} alone.");
    }
    return faults.count() == before ? text : "";
  }

  /** Returns whether the value of a property is its text, or that of another it refers to. */
  private boolean isExact(String property, int references) {
    ConfigValue value = config.getConfigValue(property);
    String raw = value.getRawValue();
    if (raw == null || raw.equals(value.getValue())) {
      return true;
    }
    var expression = EXPRESSION.matcher(raw.strip());
    if (!expression.matches() || references == 0) {
      return false;
    }
    String referred = expression.group(1);
    return config.getConfigValue(referred).getRawValue() == null
        ? value.getValue().equals(expression.group(2))
        : isExact(referred, references - 1);
  }

  /** Returns an option without leading and trailing blanks, or null if it is not set. */
  @Nullable String text(Option option) {
    String text = null;
    boolean resolved;
    try {
      // Unlike getOptionalValue, this distinguishes an unresolved reference from an unset option.
      ConfigValue value = config.getConfigValue(property(option));
      text = value.getValue();
      resolved = text != null || value.getRawValue() == null;
    } catch (NoSuchElementException | IllegalArgumentException e) {
      resolved = false;
    }
    if (!resolved) {
      faults.add(
          option,
          "refers to a property that cannot be resolved. Define that property, or remove the"
              + " ${...}.");
    }
    return text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * Returns the name of the property that sets an option: its key, or the name that the key has as
   * an environment variable. MicroProfile Config converts the key for variables only, but servers
   * have files of that name as well, such as mounted secrets.
   */
  private String property(Option option) {
    String variable = option.environmentVariable();
    return isSet(option.key()) || !isSet(variable) ? option.key() : variable;
  }

  private boolean isSet(String property) {
    String raw = config.getConfigValue(property).getRawValue();
    return raw != null && !raw.isBlank();
  }

  /** Returns whether a profile of MicroProfile Config is active. */
  boolean hasProfile(String name) {
    String active = config.getConfigValue("mp.config.profile").getValue();
    return active != null && Arrays.asList(active.split("\\s*,\\s*")).contains(name);
  }

  String textOrDefault(Option option) {
    String text = text(option);
    return text == null ? option.defaultValue() : text;
  }

  /** Returns the elements of a comma-separated list, which is empty by default. */
  List<String> list(Option option) {
    String text = textOrDefault(option);
    return text.equalsIgnoreCase(option.defaultValue())
        ? List.of()
        : Arrays.stream(text.split(",")).map(String::strip).filter(e -> !e.isEmpty()).toList();
  }

  boolean truth(Option option) {
    String text = textOrDefault(option);
    return oneOf(option, text, Truth.class) == Truth.TRUE;
  }

  <E extends Enum<E>> E oneOf(Option option, Class<E> type) {
    return oneOf(option, textOrDefault(option), type);
  }

  private <E extends Enum<E>> E oneOf(Option option, String text, Class<E> type) {
    try {
      return Enum.valueOf(type, text.toUpperCase(ROOT));
    } catch (IllegalArgumentException e) {
      faults.add(
          option,
          "is %s; it must be one of %s. Set one of these.",
          ConfigErrors.shown(text),
          choices(type));
      return Enum.valueOf(type, option.defaultValue().toUpperCase(ROOT));
    }
  }

  private static <E extends Enum<E>> String choices(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(ROOT))
        .collect(Collectors.joining(", "));
  }

  /** Returns a lifetime, or null for {@code none}. */
  @Nullable Duration lifetime(Option option) {
    return textOrDefault(option).equalsIgnoreCase("none")
        ? null
        : duration(
            option,
            SetCookie.MAX_AGE,
            "%d days, the longest that browsers accept (RFC 6265bis, 5.5)"
                .formatted(SetCookie.MAX_AGE.toDays()));
  }

  /**
   * Returns a duration, or null if it is a fault.
   *
   * @param longest the largest duration that is accepted
   * @param rule the same in words, with the reason
   */
  @Nullable Duration duration(Option option, Duration longest, String rule) {
    String text = textOrDefault(option);
    try {
      Duration duration =
          SECONDS.matcher(text).matches()
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.parse(text);
      if (duration.compareTo(Duration.ofSeconds(1)) >= 0
          && duration.compareTo(longest) <= 0
          && duration.equals(duration.truncatedTo(ChronoUnit.SECONDS))) {
        return duration;
      }
    } catch (DateTimeException e) {
      // reported below
    }
    faults.add(
        option,
        "is %s; it must be a duration from one second to %s. Write whole seconds, such as 1209600,"
            + " or ISO-8601 days, hours, minutes and seconds, such as P14D or PT30M.",
        ConfigErrors.shown(text),
        rule);
    return null;
  }

  /** Returns a whole number from 1 to a maximum. */
  int number(Option option, int most) {
    String text = textOrDefault(option);
    if (NUMBER.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    faults.add(
        option,
        "is %s; it must be a whole number from 1 to %d. Set such a number, or remove the option.",
        ConfigErrors.shown(text),
        most);
    String number = option.defaultValue();
    return NUMBER.matcher(number).matches() ? Integer.parseInt(number) : most;
  }

  /** The two values of a boolean option. */
  private enum Truth {
    TRUE,
    FALSE
  }
}
