-- The table of log-ins of Signet. To use another name, replace signet_logins everywhere and add a
-- schema if required.
CREATE TABLE signet_logins (
  id VARCHAR(40) NOT NULL PRIMARY KEY,
  name VARCHAR(255),
  device VARCHAR(255),
  since BIGINT,
  last_seen BIGINT,
  expires_at BIGINT NOT NULL,
  removable_at BIGINT NOT NULL,
  ended_number BIGINT NOT NULL
);
CREATE INDEX signet_logins_by_removal ON signet_logins (removable_at, id);
CREATE INDEX signet_logins_by_name ON signet_logins (name);
CREATE INDEX signet_logins_by_end ON signet_logins (ended_number);
