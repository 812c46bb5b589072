package dev.signet.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.signet.http.app.SuiteApplication;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Builds applications as their users do: the library's jar with what it needs, and some settings.
 */
public final class Wars {

  private static final String SETTINGS = "META-INF/microprofile-config.properties";

  private Wars() {}

  /** Returns the application of the suite with settings behind the suite's secrets. */
  public static WebArchive suite(String name, String... settings) {
    return library(name)
        .addPackage(SuiteApplication.class.getPackage())
        .addAsResource(
            new StringAsset(
                "session.secret-key=%s\nsession.previous-secret-keys=%s\n%s"
                    .formatted(Tokens.SECRET, Tokens.PREVIOUS, String.join("\n", settings))),
            SETTINGS);
  }

  /** Returns the application of the suite with these settings only. */
  public static WebArchive configured(String name, String... settings) {
    return library(name)
        .addPackage(SuiteApplication.class.getPackage())
        .addAsResource(new StringAsset(String.join("\n", settings)), SETTINGS);
  }

  private static WebArchive library(String name) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsLibraries(
            new File(System.getProperty("signet.jar")),
            jarOf(ObjectMapper.class),
            jarOf(JsonParser.class),
            jarOf(JsonFormat.class),
            jarOf(JavaTimeModule.class));
  }

  private static File jarOf(Class<?> type) {
    try {
      URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
      return new File(location);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
