-- The session table of Signet. To use another name, replace signet_sessions everywhere.
-- The table name may have a schema; the index name may not.
-- The fill factor leaves room for updates that touch no index.
CREATE TABLE IF NOT EXISTS signet_sessions (
  id VARCHAR(27) NOT NULL PRIMARY KEY,
  data TEXT NOT NULL,
  version BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  removable_at BIGINT NOT NULL,
  previous_id VARCHAR(27),
  moved_at BIGINT
) WITH (fillfactor = 70);
CREATE INDEX IF NOT EXISTS signet_sessions_by_removal ON signet_sessions (removable_at, id);
CREATE INDEX IF NOT EXISTS signet_sessions_by_previous_id ON signet_sessions (previous_id) WHERE previous_id IS NOT NULL;
