package dev.signet.suite.store;

import dev.signet.spi.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

/** One store too many. */
@ApplicationScoped
@Typed(SessionStore.class)
public class AnotherStore extends OwnStore {}
