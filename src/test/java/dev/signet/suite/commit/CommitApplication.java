package dev.signet.suite.commit;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The resources beside the servlets. */
@ApplicationPath("rest")
public class CommitApplication extends Application {}
