package dev.signet.json;

import java.lang.reflect.Type;
import java.math.BigDecimal;

/** Reads the numbers that a mapper would cut without a word; the others it may have. */
final class Numbers {

  private Numbers() {}

  static boolean isNumber(JsonText text) {
    byte first = text.at(0);
    return first == '-' || (first >= '0' && first <= '9');
  }

  /** Tells whether a type is one whose values {@link #read} has to make. */
  static boolean reads(Type type) {
    return type == Byte.class
        || type == byte.class
        || type == Float.class
        || type == float.class
        || type == Double.class
        || type == double.class;
  }

  /**
   * Reads a number.
   *
   * @throws ArithmeticException if it does not fit
   */
  static Number read(JsonText text, Type type) {
    String number = text.substring(0, text.length());
    if (type == Byte.class || type == byte.class) {
      return new BigDecimal(number).byteValueExact();
    }
    if (type == Float.class || type == float.class) {
      float value = Float.parseFloat(number);
      requireExact(number, value);
      return value;
    }
    double value = Double.parseDouble(number);
    requireExact(number, value);
    return value;
  }

  /** A fraction is rounded, as every reader does; an integer has to be met. */
  private static void requireExact(String number, double value) {
    boolean fraction =
        number.indexOf('.') >= 0 || number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
    if (Double.isInfinite(value)
        || (!fraction && new BigDecimal(value).compareTo(new BigDecimal(number)) != 0)) {
      throw new ArithmeticException();
    }
  }
}
