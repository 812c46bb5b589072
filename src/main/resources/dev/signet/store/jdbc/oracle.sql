-- UNTESTED: this script has not been run on the database.
-- The session table of Signet. To use another name, replace signet_sessions everywhere.
-- The table name may have a schema; the index name may not.
CREATE TABLE signet_sessions (
  id VARCHAR2(27 CHAR) NOT NULL PRIMARY KEY,
  data CLOB NOT NULL,
  version NUMBER(19) NOT NULL,
  expires_at NUMBER(19) NOT NULL,
  removable_at NUMBER(19) NOT NULL,
  previous_id VARCHAR2(27 CHAR),
  moved_at NUMBER(19)
);
CREATE INDEX signet_sessions_by_removal ON signet_sessions (removable_at, id);
CREATE INDEX signet_sessions_by_previous_id ON signet_sessions (previous_id);
