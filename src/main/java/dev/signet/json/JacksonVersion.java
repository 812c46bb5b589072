package dev.signet.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks that the Jackson of the application is recent enough. */
public final class JacksonVersion {

  private static final Version OLDEST = new Version(2, 18, 0, null, null, null);

  private JacksonVersion() {}

  /**
   * Checks the version of each Jackson library that is used.
   *
   * @throws IllegalStateException if one is missing or too old; the message names it and the remedy
   */
  public static void check() {
    try {
      Map<String, Version> found = new LinkedHashMap<>();
      found.put("jackson-core", com.fasterxml.jackson.core.json.PackageVersion.VERSION);
      found.put("jackson-databind", PackageVersion.VERSION);
      found.put(
          "jackson-datatype-jsr310", com.fasterxml.jackson.datatype.jsr310.PackageVersion.VERSION);
      check(found);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "The application does not have all of Jackson: %s is missing, and sessions are written as JSON. Add com.fasterxml.jackson.datatype:jackson-datatype-jsr310, version %s or later, with its dependencies."
              .formatted(e.getMessage(), OLDEST),
          e);
    }
  }

  /**
   * Checks versions by the name of the library.
   *
   * @throws IllegalStateException if one is too old
   */
  static void check(Map<String, Version> found) {
    String old =
        found.entrySet().stream()
            .filter(library -> isTooOld(library.getValue()))
            .map(library -> library.getKey() + " " + library.getValue())
            .collect(Collectors.joining(", "));
    if (!old.isEmpty()) {
      throw new IllegalStateException(
          "The application has %s, and sessions need Jackson %s or later. Update it, for instance by importing com.fasterxml.jackson:jackson-bom, and remove older copies from WEB-INF/lib."
              .formatted(old, OLDEST));
    }
  }

  /** Compares numbers only: {@code Version.compareTo} of old versions begins with the group. */
  private static boolean isTooOld(Version version) {
    return version.getMajorVersion() < OLDEST.getMajorVersion()
        || (version.getMajorVersion() == OLDEST.getMajorVersion()
            && version.getMinorVersion() < OLDEST.getMinorVersion());
  }
}
