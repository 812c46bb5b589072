package dev.signet.core;

import org.jspecify.annotations.Nullable;

/**
 * What came of keeping a session.
 *
 * @param origin what the next change of it starts from; null where its time was over
 * @param header the {@code Set-Cookie} header
 */
record Kept(@Nullable Origin origin, String header) {}
