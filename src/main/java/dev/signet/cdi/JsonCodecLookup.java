package dev.signet.cdi;

import dev.signet.json.JacksonVersion;
import dev.signet.json.JsonCodec;
import dev.signet.json.JsonMapperCustomizer;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Creates the codec for attributes, with the mapper that the application has adjusted. */
final class JsonCodecLookup {

  private static final System.Logger LOG = System.getLogger(JsonCodecLookup.class.getName());

  private JsonCodecLookup() {}

  /**
   * Returns the codec; null if the manager sees no bean that adjusts the mapper.
   *
   * @throws DeploymentException if the application's Jackson is too old, if it has several beans of
   *     type {@link JsonMapperCustomizer}, or if that one fails or switches on default typing
   */
  static @Nullable JsonCodec find(BeanManager manager) {
    try {
      JacksonVersion.check();
      return create(manager);
    } catch (IllegalStateException e) {
      throw new DeploymentException(e.getMessage(), e);
    }
  }

  private static @Nullable JsonCodec create(BeanManager manager) {
    var beans = manager.getBeans(JsonMapperCustomizer.class);
    try {
      var bean = manager.resolve(beans);
      if (bean == null) {
        return null;
      }
      var customizer =
          (JsonMapperCustomizer)
              manager.getReference(
                  bean, JsonMapperCustomizer.class, manager.createCreationalContext(bean));
      LOG.log(Level.INFO, "{0} adjusts the mapper of session attributes.", bean.getBeanClass());
      return new JsonCodec(customizer);
    } catch (AmbiguousResolutionException e) {
      throw new DeploymentException(
          "The application has %d beans of type JsonMapperCustomizer, and attributes are converted by one mapper. Leave one, or mark one as an @Alternative with a @Priority."
              .formatted(beans.size()),
          e);
    }
  }
}
