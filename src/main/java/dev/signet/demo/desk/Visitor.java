package dev.signet.demo.desk;

import dev.signet.Session;
import java.util.List;

/**
 * What the desk remembers of a visitor: all of it is in the session, so all of it is in the cookie.
 *
 * @param name empty for a stranger
 * @param theme {@code light}, {@code dark}, or {@code auto} for the system's
 * @param came how often the page was opened
 * @param cases the names of the last cases opened, the latest first
 * @param cart what was put into the cart
 */
record Visitor(String name, String theme, int came, List<String> cases, List<String> cart) {

  static Visitor of(Session session) {
    return new Visitor(
        session.get("name", ""),
        session.get("theme", "auto"),
        session.get("came", 0),
        session.get("cases", List.of()),
        session.get("cart", List.of()));
  }
}
