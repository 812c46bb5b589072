package dev.signet.core;

import static java.util.Collections.unmodifiableMap;

import dev.signet.json.JsonCodec;
import dev.signet.json.RawJson;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The attributes of a session as they were last loaded or saved. Immutable. */
record SavedAttributes(JsonCodec json, Map<String, RawJson> texts) {

  /**
   * Returns the differences of the current attributes: each text that differs, and null for each
   * attribute that was removed.
   *
   * @param isSet returns whether the value of an attribute is a set, whose elements have no order
   */
  Map<String, @Nullable RawJson> changes(Map<String, RawJson> current, Predicate<String> isSet) {
    if (texts.isEmpty()) {
      return unmodifiableMap(current);
    }
    Map<String, @Nullable RawJson> changes = new HashMap<>();
    for (String name : texts.keySet()) {
      if (!current.containsKey(name)) {
        changes.put(name, null);
      }
    }
    current.forEach(
        (name, text) -> {
          if (isChanged(name, text, isSet)) {
            changes.put(name, text);
          }
        });
    return changes;
  }

  private boolean isChanged(String name, RawJson now, Predicate<String> isSet) {
    RawJson before = texts.get(name);
    return before == null
        || !(json.sameContent(before, now) || (isSet.test(name) && json.sameElements(before, now)));
  }
}
