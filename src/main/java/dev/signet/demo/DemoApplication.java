package dev.signet.demo;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Resources are found by themselves; so is Signet. */
@ApplicationPath("/")
public class DemoApplication extends Application {}
