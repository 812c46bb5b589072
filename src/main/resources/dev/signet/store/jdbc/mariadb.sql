-- The session table of Signet. To use another name, replace signet_sessions everywhere.
-- The table name may have a schema; the index name may not. Ids are case-sensitive; LONGTEXT has no
-- limit of 64 kB.
CREATE TABLE IF NOT EXISTS signet_sessions (
  id VARCHAR(27) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  data LONGTEXT CHARACTER SET utf8mb4 NOT NULL,
  version BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  removable_at BIGINT NOT NULL,
  previous_id VARCHAR(27) CHARACTER SET ascii COLLATE ascii_bin,
  moved_at BIGINT
) ENGINE = InnoDB;
CREATE INDEX IF NOT EXISTS signet_sessions_by_removal ON signet_sessions (removable_at, id);
CREATE INDEX IF NOT EXISTS signet_sessions_by_previous_id ON signet_sessions (previous_id);
