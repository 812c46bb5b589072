package dev.signet.suite.kit;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Its resource is found by itself. */
@ApplicationPath("/")
public class KitApplication extends Application {}
