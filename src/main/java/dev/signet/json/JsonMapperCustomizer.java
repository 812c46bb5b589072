package dev.signet.json;

import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Adjusts the Jackson mapper that converts the values of attributes. An application that provides a
 * CDI bean of this type can register Jackson modules for types that Jackson does not know by
 * itself, such as {@code Optional}, Kotlin classes or JSON-P values:
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class SessionModules implements JsonMapperCustomizer {
 *   @Override
 *   public void customize(JsonMapper.Builder builder) {
 *     builder.addModule(new Jdk8Module());
 *   }
 * }
 * }</pre>
 *
 * <p>It is called once, at deployment. Limits of size, exact numbers and the refusal of class names
 * in JSON cannot be changed; an exception, and default (polymorphic) typing, fail the deployment.
 */
@FunctionalInterface
public interface JsonMapperCustomizer {

  /**
   * Adjusts the mapper before it is built.
   *
   * @param builder has Signet's settings already
   */
  void customize(JsonMapper.Builder builder);
}
