package dev.signet.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A server in a process of its own. Applications are deployed when a test first needs them, and
 * stay until the server stops.
 */
abstract class ForkedServer extends ForkedProcess implements RuntimeServer {

  private final int port;
  private final Map<String, Client> clients = new ConcurrentHashMap<>();

  /**
   * Starts the process.
   *
   * @param name the name of the folder of the applications and of the log
   * @param port the port of the server
   */
  ForkedServer(String name, int port, ProcessBuilder command) {
    super(name, command);
    this.port = port;
  }

  /** Adds to an application what every application of this server needs. */
  WebArchive complete(WebArchive application) {
    return application;
  }

  /** Begins to deploy an application under its name. */
  abstract void deploy(String name, File archive) throws IOException;

  /** Returns the text of the log that reports that an application is deployed. */
  abstract Pattern deployed(String name);

  /** Returns the text of the log that reports that an application could not be deployed. */
  abstract Pattern failed(String name);

  @Override
  public final Client client(String name, Function<String, WebArchive> application) {
    return clients.computeIfAbsent(name, it -> start(it, complete(application.apply(it))));
  }

  /**
   * Returns a client of an application of {@code src/it} as it was built, to which only a secret is
   * added.
   */
  final Client consumer(String name) {
    return clients.computeIfAbsent(
        name,
        it ->
            start(
                it,
                TestArchives.withSettings(
                    TestArchives.consumer(it), "session.secret-key=" + Tokens.SECRET)));
  }

  private Client start(String name, WebArchive application) {
    File archive = folder().resolve(name + ".war").toFile();
    application.as(ZipExporter.class).exportTo(archive, true);
    int before = log().length();
    try {
      deploy(name, archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!await(deployed(name), failed(name))) {
      throw new IllegalStateException(name + " was not deployed:\n" + log().substring(before));
    }
    return new Client(URI.create("http://localhost:%d/%s/".formatted(port, name)));
  }
}
