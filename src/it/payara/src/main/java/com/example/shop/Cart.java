package com.example.shop;

import dev.signet.SessionBean;
import java.util.ArrayList;
import java.util.List;

/** What a browser is about to buy. */
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
