package dev.signet.history;

/** A value that cannot change. */
public record Point(int x, int y, String name) {}
