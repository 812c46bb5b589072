-- UNTESTED: this script has not been run on the database.
-- The table of log-ins of Signet. To use another name, replace signet_logins everywhere.
-- The table name may have a schema; the index names may not.
CREATE TABLE signet_logins (
  id VARCHAR2(40 CHAR) NOT NULL PRIMARY KEY,
  name VARCHAR2(255 CHAR),
  device VARCHAR2(255 CHAR),
  since NUMBER(19),
  last_seen NUMBER(19),
  expires_at NUMBER(19) NOT NULL,
  removable_at NUMBER(19) NOT NULL,
  ended_number NUMBER(19) NOT NULL
);
CREATE INDEX signet_logins_by_removal ON signet_logins (removable_at, id);
CREATE INDEX signet_logins_by_name ON signet_logins (name);
CREATE INDEX signet_logins_by_end ON signet_logins (ended_number);
