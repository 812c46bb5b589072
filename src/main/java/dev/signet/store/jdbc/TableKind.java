package dev.signet.store.jdbc;

import java.util.regex.Pattern;

/** The tables of the library. Each has a script for each database, and a name in the scripts. */
enum TableKind {
  SESSIONS(
      "signet_sessions",
      "",
      "id, data, version, expires_at, removable_at, previous_id, moved_at",
      "(_by_removal|_by_previous_id)?"),
  LOGINS(
      "signet_logins",
      "-logins",
      "id, name, device, since, last_seen, expires_at, removable_at, ended_number",
      "(_by_removal|_by_name|_by_end)?");

  private final String name;
  private final String suffix;
  private final String columns;
  private final Pattern nameInScripts;

  /**
   * @param name the name of the table in the scripts
   * @param suffix the end of the names of the scripts, before the dot
   * @param indexes a pattern of what follows the name of the table in those of its indexes
   */
  TableKind(String name, String suffix, String columns, String indexes) {
    this.name = name;
    this.suffix = suffix;
    this.columns = columns;
    this.nameInScripts = Pattern.compile(name + indexes);
  }

  /** Returns the name of the script for a database, such as {@code h2}. */
  String script(String database) {
    return database + suffix + ".sql";
  }

  /** Returns the names of all columns, with commas between them. */
  String columns() {
    return columns;
  }

  /** Returns a pattern of the names in the scripts, whose first group is present for an index. */
  Pattern nameInScripts() {
    return nameInScripts;
  }

  /** Returns the default name of the table. */
  @Override
  public String toString() {
    return name;
  }
}
