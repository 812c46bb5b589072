package dev.signet.suite;

import org.junit.jupiter.api.extension.ExtendWith;

/** Forms on Jersey. */
@ExtendWith(JerseyTest.Weld.class)
class JerseyFormsTest extends InProcessForms {}
