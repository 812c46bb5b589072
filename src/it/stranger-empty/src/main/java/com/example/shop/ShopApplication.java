package com.example.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Leaves it to the server to find the resources. */
@ApplicationPath("/")
public class ShopApplication extends Application {}
