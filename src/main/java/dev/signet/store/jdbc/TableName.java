package dev.signet.store.jdbc;

import java.util.regex.Pattern;

/**
 * The name of a table, optionally qualified by a schema: {@code sessions} or {@code shop.sessions}.
 * A valid name needs no quotes in SQL and no escapes. Immutable.
 *
 * @param value the name as in SQL
 */
public record TableName(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z_]\\w{0,62}(\\.[A-Za-z_]\\w{0,62})?");

  /**
   * @throws IllegalArgumentException if the text is not a valid name
   */
  public TableName {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "The table of the SQL store is '%s'. A name has at most 63 ASCII letters, digits and underscores, does not begin with a digit, and may follow a schema and a dot. Use signet_sessions, for example."
              .formatted(value));
    }
  }

  /** Returns whether a text is a valid name. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** Returns the name without the schema. */
  String unqualified() {
    return value.substring(value.indexOf('.') + 1);
  }

  /** Returns the name as in SQL. */
  @Override
  public String toString() {
    return value;
  }
}
