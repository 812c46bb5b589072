package dev.signet.suite;

import java.util.function.Function;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What runs the applications of {@link RuntimeSuite}. */
interface RuntimeServer extends AutoCloseable {

  /** Returns a client of an application, which is deployed if it has not been. */
  Client client(String name, Function<String, WebArchive> application);

  /** Returns the log as it is now. */
  String log();

  @Override
  void close();
}
