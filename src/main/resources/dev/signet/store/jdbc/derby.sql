-- The session table of Signet. To use another name, replace signet_sessions everywhere and add a
-- schema if required.
CREATE TABLE signet_sessions (
  id VARCHAR(27) NOT NULL PRIMARY KEY,
  data CLOB NOT NULL,
  version BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  removable_at BIGINT NOT NULL,
  previous_id VARCHAR(27),
  moved_at BIGINT
);
CREATE INDEX signet_sessions_by_removal ON signet_sessions (removable_at, id);
CREATE INDEX signet_sessions_by_previous_id ON signet_sessions (previous_id);
