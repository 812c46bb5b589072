package dev.signet.core;

import dev.signet.Session;
import dev.signet.json.BeanState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The session beans that were called in one request. Not thread-safe. */
final class SessionBeans {

  private final Session session;

  /** The beans by the names of their attributes. */
  private final Map<String, BeanInstance<?>> instances = new HashMap<>();

  SessionBeans(Session session) {
    this.session = session;
  }

  /**
   * Returns the bean of this request, with the state that its attribute has; null if none was
   * created, or if its attribute was removed since then.
   */
  <T> @Nullable T find(Attributes attributes, BeanState<T> state) {
    BeanInstance<?> instance = instances.get(state.name());
    if (instance == null) {
      return null;
    }
    T object = state.type().cast(instance.object());
    if (attributes.isBound(state.name(), object)) {
      attributes.update(state, object);
      return object;
    }
    boolean isKnown = attributes.isRead(state.name());
    T replaced = session.get(state.name(), state.type());
    if (replaced == null) {
      instances.remove(state.name());
      instance.destroy().run();
      return null;
    }
    attributes.bind(state, object, replaced, isKnown);
    return object;
  }

  /** Returns the bean of this request, and creates it if there is none. */
  <T> T get(Attributes attributes, BeanState<T> state, Supplier<BeanInstance<T>> creator) {
    T known = find(attributes, state);
    if (known != null) {
      return known;
    }
    boolean isKnown = attributes.isRead(state.name());
    T stored = session.get(state.name(), state.type());
    BeanInstance<T> created = creator.get();
    attributes.bind(state, created.object(), stored, isKnown);
    instances.put(state.name(), created);
    return created.object();
  }

  /** Destroys the beans whose attributes are gone. */
  void destroyRemoved(Attributes attributes) {
    List<String> removed = new ArrayList<>();
    instances.forEach(
        (name, instance) -> {
          if (!attributes.isBound(name, instance.object()) && !attributes.containsKey(name)) {
            removed.add(name);
          }
        });
    for (String name : removed) {
      BeanInstance<?> instance = instances.remove(name);
      if (instance != null) {
        instance.destroy().run();
      }
    }
  }
}
