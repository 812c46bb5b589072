package dev.signet.suite.store;

import dev.signet.spi.SessionStore;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Typed;

/** A store that would not outlive the request. */
@Alternative
@Priority(1)
@RequestScoped
@Typed(SessionStore.class)
public class RequestStore extends OwnStore {}
