package dev.signet.documentation.recipes;

import dev.signet.SessionBean;
import java.util.Map;
import java.util.TreeMap;

/** A cart in the session. */
@SessionBean
public class Cart {

  private final Map<String, Integer> quantities = new TreeMap<>();

  public void add(String productId, int quantity) {
    quantities.merge(productId, quantity, Integer::sum);
  }

  public Map<String, Integer> quantities() {
    return Map.copyOf(quantities);
  }
}
