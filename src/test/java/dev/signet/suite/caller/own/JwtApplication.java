package dev.signet.suite.caller.own;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Takes callers from tokens of MicroProfile JWT. */
@LoginConfig(authMethod = "MP-JWT")
@ApplicationPath("/rest")
public class JwtApplication extends Application {}
