package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.signet.suite.app.SuiteApplication;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Builds the archives of test applications: the library's jar with its dependencies, and settings.
 */
final class TestArchives {

  private static final String SETTINGS = "META-INF/microprofile-config.properties";

  /** Most tests make tokens themselves, for no audience. */
  private static final String NO_AUDIENCE = "session.audience=none";

  private TestArchives() {}

  /** Returns the application of the suite with the suite's secrets and more settings. */
  static WebArchive suite(String name, String... settings) {
    String[] all = Arrays.copyOf(settings, settings.length + 2);
    all[settings.length] = "session.secret-key=" + Tokens.SECRET;
    all[settings.length + 1] = "session.previous-secret-keys=" + Tokens.PREVIOUS;
    return configured(name, all);
  }

  /** Returns the application of the suite with these settings only. */
  static WebArchive configured(String name, String... settings) {
    return library(name, settings).addPackage(SuiteApplication.class.getPackage());
  }

  /** Returns an application without classes of its own, with these settings only. */
  static WebArchive library(String name, String... settings) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsResource(new StringAsset(NO_AUDIENCE + "\n" + String.join("\n", settings)), SETTINGS)
        .addAsLibraries(
            new File(System.getProperty("signet.jar")),
            jarOf(ObjectMapper.class),
            jarOf(JsonParser.class),
            jarOf(JsonFormat.class),
            jarOf(JavaTimeModule.class));
  }

  /** Returns the demo as it was built, with the suite's secret and more settings. */
  static WebArchive demo(String name, String... settings) {
    return withSettings(
        asBuilt(name),
        NO_AUDIENCE,
        "session.secret-key=" + Tokens.SECRET,
        String.join("\n", settings));
  }

  /** Returns the demo as it was built, without a secret. */
  static WebArchive asBuilt(String name) {
    return imported(name, new File(System.getProperty("signet.demo")));
  }

  /** Returns an application of {@code src/it} as it was built. */
  static WebArchive consumer(String name) {
    return imported(
        name, new File(System.getProperty("consumers"), "%s/target/%s.war".formatted(name, name)));
  }

  private static WebArchive imported(String name, File file) {
    return ShrinkWrap.create(ZipImporter.class, name + ".war")
        .importFrom(file)
        .as(WebArchive.class);
  }

  /** Adds settings to those that an application was built with. */
  static WebArchive withSettings(WebArchive application, String... settings) {
    String built = text(application.get("WEB-INF/classes/" + SETTINGS));
    return application.addAsResource(
        new StringAsset(built + "\n" + String.join("\n", settings)), SETTINGS);
  }

  private static String text(Node file) {
    try (InputStream in = file.getAsset().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the jar that a class is from. */
  static File jarOf(Class<?> type) {
    try {
      URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
      return new File(location);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
