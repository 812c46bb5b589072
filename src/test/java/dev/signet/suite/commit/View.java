package dev.signet.suite.commit;

/**
 * A page that renders the response, as view engines have it.
 *
 * @param path the path of the page
 */
public record View(String path) {}
