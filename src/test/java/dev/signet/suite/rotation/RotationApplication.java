package dev.signet.suite.rotation;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Its resource is found by itself. */
@ApplicationPath("/")
public class RotationApplication extends Application {}
