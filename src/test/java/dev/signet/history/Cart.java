package dev.signet.history;

/** A value that can change, without {@code equals}. */
public final class Cart {

  /** The number of items. */
  public int count;

  /** For Jackson. */
  public Cart() {}

  /** No constructor, which Jackson would use for a number that another value left. */
  static Cart holding(int count) {
    var cart = new Cart();
    cart.count = count;
    return cart;
  }
}
