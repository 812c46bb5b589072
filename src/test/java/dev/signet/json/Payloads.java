package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes values and attributes the way a session takes them: into a payload and out of it. */
final class Payloads {

  static final JsonCodec JSON = new JsonCodec();
  static final ClaimsCodec CODEC = new ClaimsCodec(JSON);

  private Payloads() {}

  static RawJson text(String json) {
    return new RawJson(json.getBytes(UTF_8));
  }

  static String string(RawJson text) {
    return text.content();
  }

  static @Nullable Claims read(String payload) {
    return CODEC.read(payload.getBytes(UTF_8));
  }

  /** Asserts that a payload is a session's, and returns what it says. */
  static Claims claims(String payload) {
    Claims claims = read(payload);
    assertThat(claims).as(payload).isNotNull();
    return requireNonNull(claims);
  }

  /** Returns a payload with attributes, which is good if they are. */
  static String with(String data) {
    return "{\"iat\":1,\"exp\":2,\"data\":" + data + "}";
  }

  static String written(Map<String, RawJson> attributes) {
    return new String(CODEC.write(new Claims(1, 2, 0, 1, null, attributes)), UTF_8);
  }

  /** Writes a value as an attribute of a payload, and reads it from there as a type. */
  static Object roundTrip(Object value, Type type) {
    String payload = written(Map.of("key", JSON.write("key", value)));
    return read(claims(payload), type);
  }

  private static Object read(Claims claims, Type type) {
    return JSON.read("key", requireNonNull(claims.attributes().get("key")), type);
  }

  /** Reads JSON as a type. */
  static Object read(String json, Type type) {
    return JSON.read("key", text(json), type);
  }
}
