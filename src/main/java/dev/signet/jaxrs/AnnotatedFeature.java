package dev.signet.jaxrs;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Registers the filters on Quarkus, which finds features by their annotation only. On other
 * implementations, {@link SignetFeature} does.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public final class AnnotatedFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    return LiteFilters.areNeeded() && new SignetFeature().configure(context);
  }
}
