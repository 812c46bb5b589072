package dev.signet.history;

/**
 * What the library did in one step.
 *
 * @param outcome how the call ended
 * @param text a description of its result, or the {@code Set-Cookie} header; empty if there is none
 */
record Reaction(Outcome outcome, String text) {}
