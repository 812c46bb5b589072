package dev.signet.history.app;

/** An entity whose writer fails, after the response filters. */
record UnwritableEntity(int status) {}
