package dev.signet.history;

/**
 * A value as the model knows it. Two are equal exactly if their content is.
 *
 * @param kind what it is
 * @param n which one of its kind
 */
record Value(Kind kind, int n) {

  Value {
    n = Math.floorMod(n, kind == Kind.BOOLEAN ? 2 : Kind.EACH);
  }

  Object object() {
    return kind.object(n);
  }
}
