package com.example.starter;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application. The server finds its resources, and Signet, by itself. */
@ApplicationPath("/")
public class StarterApplication extends Application {}
