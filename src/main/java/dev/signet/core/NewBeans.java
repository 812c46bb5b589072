package dev.signet.core;

import dev.signet.json.JsonCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The session beans of a request that are not in the session unless they change. */
final class NewBeans {

  private final JsonCodec json;
  private Map<String, Attribute> beans = Map.of();

  NewBeans(JsonCodec json) {
    this.json = json;
  }

  void add(String name, Attribute bean) {
    beans = new HashMap<>(beans);
    beans.put(name, bean);
  }

  void remove(String name) {
    if (beans.containsKey(name)) {
      beans.remove(name);
    }
  }

  boolean isUnchanged(String name) {
    Attribute bean = beans.get(name);
    return bean != null && bean.currentText(json, name).equals(bean.text());
  }

  boolean isChanged(String name) {
    return beans.containsKey(name) && !isUnchanged(name);
  }

  /** Returns the names of the beans that have changed. */
  List<String> changed() {
    return beans.isEmpty() ? List.of() : beans.keySet().stream().filter(this::isChanged).toList();
  }
}
