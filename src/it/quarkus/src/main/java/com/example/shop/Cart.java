package com.example.shop;

import dev.signet.SessionBean;
import java.util.ArrayList;
import java.util.List;

/** The items in the cart of a browser session. */
@SessionBean
public class Cart {

  private final List<String> items = new ArrayList<>();

  void add(String item) {
    items.add(item);
  }

  List<String> items() {
    return List.copyOf(items);
  }
}
