package com.example.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Helidon finds an application class by its scope. */
@ApplicationScoped
@ApplicationPath("/")
public class ShopApplication extends Application {}
