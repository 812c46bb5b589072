package dev.signet.http;

import java.util.function.BooleanSupplier;

/** When a cookie gets the {@code Secure} attribute (RFC 6265bis, 5.6.5). */
public enum SecurePolicy {
  /** Always. */
  TRUE,
  /** Never. */
  FALSE,
  /** If the request came over HTTPS. */
  AUTO;

  /**
   * Returns whether the cookie gets the attribute in the response to a request.
   *
   * @param requestIsSecure returns whether it came over HTTPS; asked only if that matters
   */
  public boolean appliesTo(BooleanSupplier requestIsSecure) {
    return this == AUTO ? requestIsSecure.getAsBoolean() : this == TRUE;
  }
}
