package dev.signet.core;

import dev.signet.SessionEvent;
import org.jspecify.annotations.Nullable;

/**
 * What came of keeping a session.
 *
 * @param origin what the next change of it starts from; null where its time was over
 * @param header the {@code Set-Cookie} header
 * @param news what the application may want to know of it
 */
record Kept(@Nullable Origin origin, String header, @Nullable SessionEvent news) {}
