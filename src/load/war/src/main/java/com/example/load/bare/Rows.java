package com.example.load.bare;

import java.util.Map;

/** Rows of text by id and name, each call one command of a store. */
interface Rows {

  void create(String id, Map<String, Object> row);

  Map<String, String> read(String id);

  /** Sets the attribute {@code count} of a row that was read. */
  void write(String id, Map<String, String> row, int count);
}
