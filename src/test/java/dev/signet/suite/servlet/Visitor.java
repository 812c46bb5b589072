package dev.signet.suite.servlet;

import dev.signet.Session;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** A bean of the container's session, which may be passivated with what is injected. */
@SessionScoped
public class Visitor implements Serializable {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // what is injected is, though the interface does not say so
  @Inject
  Session session;

  /** Returns what the injected session says of itself after it was written out and read back. */
  public String passivated() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(session);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return String.valueOf(in.readObject());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
