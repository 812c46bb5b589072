package com.example.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The server finds the resources, and Signet, by itself. */
@ApplicationPath("/")
public class ShopApplication extends Application {}
