-- Sessions of Signet. Put another name in the place of signet_sessions where you want one, a schema
-- before it included; the index then takes the name without the schema.
CREATE TABLE IF NOT EXISTS signet_sessions (
  id VARCHAR(27) NOT NULL PRIMARY KEY,
  data TEXT NOT NULL,
  version BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS signet_sessions_by_expiry ON signet_sessions (expires_at);
