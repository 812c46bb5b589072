package dev.signet.http;

/** The {@code SameSite} attribute (RFC 6265bis, 5.6.7). */
public enum SameSite {
  /** Only with requests that began on the same site. */
  STRICT("Strict"),
  /** Also when the user follows a link from elsewhere. */
  LAX("Lax"),
  /** Also inside pages of others; browsers ask for {@code Secure} then. */
  NONE("None");

  private final String text;

  SameSite(String text) {
    this.text = text;
  }

  /** Returns the value as it stands in the header. */
  @Override
  public String toString() {
    return text;
  }
}
