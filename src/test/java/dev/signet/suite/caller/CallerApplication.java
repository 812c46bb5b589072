package dev.signet.suite.caller;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The resources of the application. */
@ApplicationPath("/rest")
public class CallerApplication extends Application {}
