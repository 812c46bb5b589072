package dev.signet.suite.store;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Its resource is found by itself. */
@ApplicationPath("/")
public class StoreApplication extends Application {}
