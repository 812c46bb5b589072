package dev.signet.bench.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import play.api.http.JWTConfiguration;
import play.api.http.SecretConfiguration;
import play.api.mvc.DefaultJWTCookieDataCodec;
import play.api.mvc.JWTCookieDataCodec;
import scala.Option;
import scala.Some;
import scala.collection.immutable.Map$;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The codec of Play's session cookie, with the settings of the chapter "Configuring the session
 * cookie" and its expiry switched on; it checks that and {@code nbf} by itself. A session of Play
 * holds nothing but text, so a value that is not text is in it as JSON text, which nobody here
 * parses. Scala's maps are what its users have in their hands. It was made with an older JJWT than
 * the one measured by itself, and has that.
 */
public final class PlayCodec implements Peer<scala.collection.immutable.Map<String, String>> {

  private final JWTCookieDataCodec codec;

  /**
   * Returns the codec with its own JJWT.
   *
   * @param secret the key's text
   */
  public static Peer<?> withItsLibraries(String secret) throws Exception {
    ClassLoader loader =
        OwnLibraries.load(
            Path.of(System.getProperty("play.libraries")),
            List.of("io.jsonwebtoken.", "play.api.mvc.", PlayCodec.class.getName()),
            DefaultJWTCookieDataCodec.class,
            PlayCodec.class);
    return (Peer<?>)
        loader
            .loadClass(PlayCodec.class.getName())
            .getConstructor(String.class)
            .newInstance(secret);
  }

  /**
   * @param secret the key's text
   */
  public PlayCodec(String secret) {
    var expiry = new FiniteDuration(LIFETIME.toSeconds(), TimeUnit.SECONDS);
    var skew = new FiniteDuration(5, TimeUnit.MINUTES);
    codec =
        new DefaultJWTCookieDataCodec(
            new SecretConfiguration(secret, Option.empty()),
            new JWTConfiguration("HS256", new Some<>(expiry), skew, "data"));
  }

  @Override
  public scala.collection.immutable.Map<String, String> content(Map<String, Object> attributes)
      throws IOException {
    var mapper = new ObjectMapper();
    Map<String, String> texts = new LinkedHashMap<>();
    for (var attribute : attributes.entrySet()) {
      Object value = attribute.getValue();
      texts.put(
          attribute.getKey(),
          value instanceof String text ? text : mapper.writeValueAsString(value));
    }
    return Map$.MODULE$.from(CollectionConverters.asScala(texts));
  }

  @Override
  public String write(scala.collection.immutable.Map<String, String> content) {
    return codec.encode(content);
  }

  /** The codec answers with nothing where a text is not its own. */
  @Override
  public scala.collection.immutable.Map<String, String> read(String text) {
    var content = codec.decode(text);
    if (content.isEmpty()) {
      throw new IllegalArgumentException("forged");
    }
    return content;
  }
}
