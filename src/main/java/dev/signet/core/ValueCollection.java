package dev.signet.core;

import static java.util.Objects.requireNonNull;

import java.util.AbstractCollection;
import java.util.Iterator;

/** The values of a session; shows none of them unless asked one by one. */
final class ValueCollection extends AbstractCollection<Object> {

  private final RequestSession session;

  ValueCollection(RequestSession session) {
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
