package dev.signet.documentation.recipes;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The resources of the recipes. */
@ApplicationPath("/app")
public class RecipesApplication extends Application {}
