package dev.signet.demo.desk;

import dev.signet.Caller;
import dev.signet.Session;
import java.util.List;

/**
 * The state of a visitor, all of which is in the session and so in the cookie.
 *
 * @param name the name; empty if not logged in
 * @param theme {@code light}, {@code dark}, or {@code auto} for the system's
 * @param came the number of visits
 * @param cases the names of the last cases opened, the latest first
 * @param cart the content of the cart
 */
record Visitor(String name, String theme, int came, List<String> cases, List<String> cart) {

  static Visitor of(Session session) {
    return new Visitor(
        session.caller().map(Caller::name).orElse(""),
        session.get("theme", "auto"),
        session.get("came", 0),
        session.get("cases", List.of()),
        session.get("cart", List.of()));
  }
}
