package dev.signet.core;

import dev.signet.json.JsonCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The session beans of a request that are not in the session unless they change. Immutable.
 *
 * @param beans the beans by the names of their attributes
 */
record NewBeans(Map<String, Attribute> beans) {

  static final NewBeans NONE = new NewBeans(Map.of());

  /** Returns these beans and another one. */
  NewBeans with(String name, Attribute bean) {
    Map<String, Attribute> all = new HashMap<>(beans);
    all.put(name, bean);
    return new NewBeans(all);
  }

  /** Returns these beans without one. */
  NewBeans without(String name) {
    if (!beans.containsKey(name)) {
      return this;
    }
    Map<String, Attribute> others = new HashMap<>(beans);
    others.remove(name);
    return new NewBeans(others);
  }

  boolean isUnchanged(String name, JsonCodec json) {
    Attribute bean = beans.get(name);
    return bean != null && bean.currentText(json, name).equals(bean.text());
  }

  boolean isChanged(String name, JsonCodec json) {
    return beans.containsKey(name) && !isUnchanged(name, json);
  }

  /** Returns the names of the beans that have changed. */
  List<String> changed(JsonCodec json) {
    return beans.isEmpty()
        ? List.of()
        : beans.keySet().stream().filter(name -> isChanged(name, json)).toList();
  }
}
