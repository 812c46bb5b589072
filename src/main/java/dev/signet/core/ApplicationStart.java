package dev.signet.core;

/**
 * The event that the application starts, fired once when it is known whether there are servlets.
 *
 * @param context the servlet context; any other object if there are no servlets
 */
public record ApplicationStart(Object context) {}
