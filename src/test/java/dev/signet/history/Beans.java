package dev.signet.history;

import dev.signet.Logins;
import dev.signet.Session;
import dev.signet.history.app.Tally;
import java.util.function.Supplier;

/** What a request has injected. */
public record Beans(Session session, Logins logins, Supplier<Tally> tally) {}
