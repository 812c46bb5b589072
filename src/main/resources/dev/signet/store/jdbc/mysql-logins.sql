-- UNTESTED: this script has not been run on the database; mariadb-logins.sql has.
-- The table of log-ins of Signet. To use another name, replace signet_logins everywhere.
-- The table name may have a schema; the index names may not.
-- Ids and names are case-sensitive.
CREATE TABLE IF NOT EXISTS signet_logins (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  device VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  since BIGINT,
  last_seen BIGINT,
  expires_at BIGINT NOT NULL,
  removable_at BIGINT NOT NULL,
  ended_number BIGINT NOT NULL
) ENGINE = InnoDB;
CREATE INDEX signet_logins_by_removal ON signet_logins (removable_at, id);
CREATE INDEX signet_logins_by_name ON signet_logins (name);
CREATE INDEX signet_logins_by_end ON signet_logins (ended_number);
