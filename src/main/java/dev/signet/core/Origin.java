package dev.signet.core;

import dev.signet.json.Claims;
import dev.signet.spi.SessionRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a session was when it came with the request.
 *
 * @param claims what its token says, with the attributes wherever they were
 * @param stored what the store on the server had; null where the token is all there is
 */
record Origin(Claims claims, @Nullable SessionRecord stored) {}
