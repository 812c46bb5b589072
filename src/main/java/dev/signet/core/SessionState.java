package dev.signet.core;

import dev.signet.json.RawJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session holds when it is to be kept.
 *
 * @param origin what it came as; null where it is new
 * @param createdAt when it began, in seconds since the epoch
 * @param texts all its attributes
 * @param changes those that differ from what came; null for one that was removed
 * @param renewed whether the token has to differ from every other
 */
record SessionState(
    @Nullable Origin origin,
    long createdAt,
    Map<String, RawJson> texts,
    Map<String, @Nullable RawJson> changes,
    boolean renewed) {}
