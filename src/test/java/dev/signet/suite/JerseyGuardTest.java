package dev.signet.suite;

import org.junit.jupiter.api.extension.ExtendWith;

/** Guards on Jersey. */
@ExtendWith(JerseyTest.Weld.class)
class JerseyGuardTest extends InProcessGuards {}
