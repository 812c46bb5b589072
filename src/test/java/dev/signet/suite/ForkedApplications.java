package dev.signet.suite;

import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A runtime that has one application in a process, with its classes in a jar instead of a WAR. */
abstract class ForkedApplications implements RuntimeServer {

  private static final String CLASSES = "/WEB-INF/classes/";

  /** The application in a process. */
  record Running(Client client, ForkedProcess process) {}

  private final Map<String, Running> applications = new ConcurrentHashMap<>();

  @Override
  public final Client client(String name, Function<String, WebArchive> application) {
    return started(name, it -> start(it, application.apply(it)));
  }

  /** Builds and starts an application. */
  abstract Running start(String name, WebArchive application);

  /** Returns a client of an application, which is started if it has not been. */
  final Client started(String name, Function<String, Running> start) {
    return applications.computeIfAbsent(name, start).client();
  }

  /** Returns the classes and resources of an application. */
  static JavaArchive jar(WebArchive application) {
    return jar(application, path -> true);
  }

  /** Returns the classes and resources of an application without its {@code Application} class. */
  static JavaArchive jarWithoutApplicationClass(WebArchive application) {
    return jar(application, path -> !isApplicationClass(path));
  }

  private static JavaArchive jar(WebArchive application, Predicate<ArchivePath> included) {
    JavaArchive jar = ShrinkWrap.create(JavaArchive.class);
    application
        .getContent(Filters.include(CLASSES + ".*"))
        .forEach(
            (path, node) -> {
              Asset asset = node.getAsset();
              if (asset != null && included.test(path)) {
                jar.add(asset, path.get().substring(CLASSES.length()));
              }
            });
    return jar;
  }

  private static boolean isApplicationClass(ArchivePath path) {
    String name = path.get();
    if (!name.endsWith(".class")) {
      return false;
    }
    String type =
        name.substring(CLASSES.length(), name.length() - ".class".length()).replace('/', '.');
    try {
      return Application.class.isAssignableFrom(
          Class.forName(type, false, ForkedApplications.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      return false; // a class of the project
    }
  }

  @Override
  public final String log() {
    return applications.values().stream()
        .map(each -> each.process().log())
        .collect(Collectors.joining());
  }

  @Override
  public final void close() {
    applications.values().forEach(each -> each.process().close());
  }
}
