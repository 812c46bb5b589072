package dev.signet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Loads classes of ours anew, in a world where those of some API are missing. */
public final class WithoutTypes extends ClassLoader {

  private final String missing;
  private final String ours;

  /**
   * @param missing what the names of missing classes begin with
   * @param ours what the names of those begin with that are loaded anew
   */
  public WithoutTypes(String missing, String ours) {
    super(WithoutTypes.class.getClassLoader());
    this.missing = missing;
    this.ours = ours;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(missing)) {
      throw new ClassNotFoundException(name);
    }
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    return name.matches(ours) ? define(name) : super.loadClass(name, resolve);
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
