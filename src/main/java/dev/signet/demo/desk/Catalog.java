package dev.signet.demo.desk;

import java.util.List;

/** The goods that the desk sells. */
final class Catalog {

  /** The largest number of items in a cart. */
  static final int MOST = 24;

  static final List<String> THINGS = List.of("sealing wax", "laid paper", "iron-gall ink");

  private Catalog() {}
}
