package dev.signet.suite;

/** Guards on RESTEasy, which starts CDI itself. */
class RestEasyGuardTest extends InProcessGuards {}
