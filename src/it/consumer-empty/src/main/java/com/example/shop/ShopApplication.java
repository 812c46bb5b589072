package com.example.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Lists nothing: the server finds the resources. */
@ApplicationPath("/")
public class ShopApplication extends Application {}
