package dev.signet.suite;

import dev.signet.FreePort;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.classloader.ClassDefiner;
import io.smallrye.common.constraint.Assert;
import io.smallrye.common.expression.Expression;
import io.smallrye.common.function.Functions;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.common.AbstractConfigSource;
import io.smallrye.config.inject.ConfigExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.objectweb.asm.ClassWriter;

/** GlassFish 7 in one jar. It has no MicroProfile Config, so applications bring that along. */
final class GlassFish extends ForkedServer {

  private static final Pattern STARTED = Pattern.compile("GLASSFISH STARTED");
  private static final Pattern FAILED = Pattern.compile("Error occurred during deployment");
  private static final Pattern STOPPED = Pattern.compile("Exception in thread \"main\"");

  GlassFish() {
    this(FreePort.find());
  }

  private GlassFish(int port) {
    super("glassfish", port, command(port));
    await(STARTED, STOPPED);
  }

  private static ProcessBuilder command(int port) {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1", // starts faster
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
        "-jar",
        System.getProperty("glassfish.jar"),
        "--properties=" + file("glassfish.properties"),
        "--logProperties=" + file("logging.properties"),
        "--port=" + port,
        "--prompt");
  }

  private static Path file(String name) {
    return Path.of("src/test/glassfish", name).toAbsolutePath();
  }

  @Override
  WebArchive complete(WebArchive application) {
    return application.addAsLibraries(
        TestArchives.jarOf(Config.class),
        TestArchives.jarOf(ConfigExtension.class),
        TestArchives.jarOf(SmallRyeConfig.class),
        TestArchives.jarOf(AbstractConfigSource.class),
        TestArchives.jarOf(Identifier.class),
        TestArchives.jarOf(ClassDefiner.class),
        TestArchives.jarOf(Assert.class),
        TestArchives.jarOf(Expression.class),
        TestArchives.jarOf(Functions.class),
        TestArchives.jarOf(Logger.class),
        TestArchives.jarOf(ClassWriter.class));
  }

  @Override
  void deploy(String name, File archive) throws IOException {
    enter("deploy --name=%s --contextroot=/%s %s".formatted(name, name, archive));
  }

  @Override
  Pattern deployed(String name) {
    return Pattern.compile("Application deployed with name %s\\.".formatted(name));
  }

  @Override
  Pattern failed(String name) {
    return FAILED;
  }
}
