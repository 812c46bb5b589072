package dev.signet.demo;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The demo application. The server discovers its resources, and Signet, automatically. */
@ApplicationPath("/")
public class DemoApplication extends Application {}
