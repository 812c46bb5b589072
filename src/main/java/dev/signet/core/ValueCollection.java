package dev.signet.core;

import static java.util.Objects.requireNonNull;

import java.util.AbstractCollection;
import java.util.Iterator;

/** A live view of the values of a session. {@code toString} does not show them. */
final class ValueCollection extends AbstractCollection<Object> {

  private final SessionMap session;

  ValueCollection(SessionMap session) {
    this.session = session;
  }

  @Override
  public int size() {
    return session.size();
  }

  @Override
  public Iterator<Object> iterator() {
    return new ViewIterator<>(session, key -> requireNonNull(session.get(key)));
  }

  @Override
  public String toString() {
    return "Values[not shown]";
  }
}
