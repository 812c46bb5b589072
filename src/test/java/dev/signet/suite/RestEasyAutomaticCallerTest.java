package dev.signet.suite;

import org.junit.jupiter.api.extension.ExtendWith;

/** Guards where the API of Jakarta Security is on the class path, and nothing implements it. */
@ExtendWith(AutomaticCallerMode.class)
class RestEasyAutomaticCallerTest extends InProcessGuards {}
