package dev.signet.bench.peer;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads a peer anew with libraries of its own: one class path has each library in one version only,
 * and a peer that gets another than it was made with may be many times slower than it is.
 */
final class OwnLibraries extends URLClassLoader {

  private static final String SERVICES = "META-INF/services/";

  private final List<String> prefixes;

  private OwnLibraries(List<URL> places, List<String> prefixes) {
    super(places.toArray(URL[]::new), OwnLibraries.class.getClassLoader());
    this.prefixes = prefixes;
  }

  /**
   * Returns a loader, which takes part in what the calling thread does from now on.
   *
   * @param folder where the libraries are
   * @param prefixes how the names of classes begin that are loaded anew
   * @param users classes that have to see those libraries; they are found where these are
   */
  static ClassLoader load(Path folder, List<String> prefixes, Class<?>... users)
      throws IOException {
    List<URL> places = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        places.add(file.toUri().toURL());
      }
    }
    for (Class<?> user : users) {
      places.add(user.getProtectionDomain().getCodeSource().getLocation());
    }
    var loader = new OwnLibraries(places, prefixes);
    Thread.currentThread().setContextClassLoader(loader);
    return loader;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (prefixes.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  /** Services are named in files; those of the other version are none of these. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    boolean own = prefixes.stream().anyMatch(name.replace(SERVICES, "")::startsWith);
    return own ? findResources(name) : super.getResources(name);
  }
}
