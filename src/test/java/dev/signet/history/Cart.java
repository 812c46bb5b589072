package dev.signet.history;

/** A value that can change, without {@code equals}. */
public final class Cart {

  /** The number of items. */
  public int count;

  /** For Jackson. */
  public Cart() {}

  Cart(int count) {
    this.count = count;
  }
}
