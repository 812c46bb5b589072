package dev.signet.suite.csrf;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Its resources are found by themselves. */
@ApplicationPath("/")
public class CsrfApplication extends Application {}
