package dev.signet.core;

import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An iterator over the attributes of a session. {@code remove} removes one from the session. */
final class ViewIterator<T> implements Iterator<T> {

  private final SessionMap session;
  private final Iterator<String> names;
  private final Function<String, T> view;
  private @Nullable String last;

  /**
   * @param session the session
   * @param view returns the element for the name of an attribute
   */
  ViewIterator(SessionMap session, Function<String, T> view) {
    this.session = session;
    this.names = session.names().iterator();
    this.view = view;
  }

  @Override
  public boolean hasNext() {
    return names.hasNext();
  }

  @Override
  public T next() {
    String name = names.next();
    last = name;
    return view.apply(name);
  }

  @Override
  public void remove() {
    if (last == null) {
      throw new IllegalStateException("There is no element to remove; call next() first.");
    }
    session.remove(last);
    last = null;
  }
}
