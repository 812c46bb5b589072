package dev.signet.suite.jta;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Its resource is discovered. */
@ApplicationPath("/")
public class JtaApplication extends Application {}
