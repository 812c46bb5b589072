package dev.signet.suite.csrf;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Methods that Jakarta REST has no annotation for. */
final class CustomMethods {

  private CustomMethods() {}

  /** The method that empties caches. */
  @HttpMethod("PURGE")
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Purge {}
}
