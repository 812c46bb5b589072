package com.example.load;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Leaves it to the server to find the resource. */
@ApplicationPath("/")
public class LoadApplication extends Application {}
