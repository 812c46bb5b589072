package dev.signet.demo.examples;

import dev.signet.SessionBean;
import java.util.ArrayList;
import java.util.List;

/** A cart that is kept in the session. */
@SessionBean
public class Basket {

  private final List<String> items = new ArrayList<>();

  /** Adds an item. */
  public void add(String item) {
    items.add(item);
  }

  /** Returns the items. */
  public List<String> items() {
    return List.copyOf(items);
  }
}
