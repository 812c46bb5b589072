package dev.signet.suite;

import dev.signet.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** Open Liberty with the features of Jakarta EE 11. */
final class LibertyEe11 extends ForkedServer {

  private static final String NAME = "signet-ee11";
  private static final Pattern STARTED = Pattern.compile("CWWKF0011I");
  private static final Pattern STOPPED = Pattern.compile("CWWKE0036I|CWWKF0001E|CWWKF0033E");

  private static final String CONFIG =
      """
      <server>
        <featureManager>
          <feature>restfulWS-4.0</feature>
          <feature>cdi-4.1</feature>
          <feature>mpConfig-3.1</feature>
          <feature>servlet-6.1</feature>
          <feature>pages-4.0</feature>
          <feature>faces-4.1</feature>
          <feature>websocket-2.2</feature>
          <feature>appSecurity-6.0</feature>
          <feature>enterpriseBeansLite-4.0</feature>
        </featureManager>
        <ltpa keysPassword="only-for-tests" />
        <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="%d" httpsPort="-1" />
        <applicationMonitor updateTrigger="polled" pollingRate="200ms" />
        <logging consoleLogLevel="INFO" maxFileSize="0" />
      </server>
      """;

  LibertyEe11() {
    this(FreePort.find());
  }

  private LibertyEe11(int port) {
    super(NAME, port, command(port));
    await(STARTED, STOPPED);
  }

  private static Path home() {
    return Path.of(System.getProperty("wlp.home"));
  }

  private static Path dropins() {
    return home().resolve("usr/servers").resolve(NAME).resolve("dropins");
  }

  private static ProcessBuilder command(int port) {
    try {
      for (File old : Files.createDirectories(dropins()).toFile().listFiles()) {
        Files.delete(old.toPath());
      }
      Files.writeString(dropins().resolveSibling("server.xml"), CONFIG.formatted(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var command = new ProcessBuilder(home().resolve("bin/server").toString(), "run", NAME);
    command.environment().put("JVM_ARGS", "-XX:TieredStopAtLevel=1"); // starts faster
    return command;
  }

  /** Moves the archive, so that the server never sees a part of it. */
  @Override
  void deploy(String name, File archive) throws IOException {
    Path target = dropins().resolve(archive.getName());
    Path part = Files.copy(archive.toPath(), dropins().resolveSibling(archive.getName()));
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  Pattern deployed(String name) {
    return Pattern.compile("CWWKZ0001I: Application %s started".formatted(name));
  }

  @Override
  Pattern failed(String name) {
    return Pattern.compile("CWWKZ000[24]E");
  }
}
