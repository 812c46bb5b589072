package dev.signet.http;

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
   * @param requestIsSecure whether it came over HTTPS
   */
  public boolean appliesTo(boolean requestIsSecure) {
    return this == AUTO ? requestIsSecure : this == TRUE;
  }
}
