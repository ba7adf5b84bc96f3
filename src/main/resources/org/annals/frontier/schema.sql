-- Working state of one crawl. Times are milliseconds since 1970; entry.rank is the order of org.annals.capture.Purpose, most wanted highest.
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE government (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  pages INTEGER NOT NULL DEFAULT 0,
  navigation INTEGER NOT NULL DEFAULT 0,
  others INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  reports INTEGER NOT NULL DEFAULT 0,
  lists INTEGER NOT NULL DEFAULT 0,
  list_failures INTEGER NOT NULL DEFAULT 0,
  lists_gone INTEGER NOT NULL DEFAULT 0,
  report_failures INTEGER NOT NULL DEFAULT 0,
  columns_denied INTEGER NOT NULL DEFAULT 0,
  reports_denied INTEGER NOT NULL DEFAULT 0,
  fetched INTEGER NOT NULL DEFAULT 0,
  finished INTEGER NOT NULL DEFAULT 0,
  -- see DeadEnds
  deep_columns INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  gone_via TEXT NOT NULL DEFAULT '',
  cut_off INTEGER NOT NULL DEFAULT 0,
  -- see Unasked
  beyond_budget INTEGER NOT NULL DEFAULT 0,
  behind_gone INTEGER NOT NULL DEFAULT 0
);
-- state: see EntryState
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  government INTEGER NOT NULL,
  url TEXT NOT NULL,
  rank INTEGER NOT NULL,
  score INTEGER NOT NULL,
  via TEXT NOT NULL,
  anchor TEXT NOT NULL,
  hops INTEGER NOT NULL,
  redirects INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  known INTEGER NOT NULL,
  refusal TEXT,
  refusal_rule TEXT,
  state INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  -- pages without a new report on the way here, in a row
  barren INTEGER NOT NULL DEFAULT 0,
  UNIQUE (government, url)
);
CREATE INDEX entry_order ON entry (government, state, rank DESC, score DESC, id);
-- origins, and public addresses as "address 93.184.216.34"; set_at: when that was written down
CREATE TABLE host (origin TEXT PRIMARY KEY, next_at INTEGER NOT NULL, set_at INTEGER NOT NULL) WITHOUT ROWID;
-- one row an address that was asked for robots.txt; status null: not answered yet
CREATE TABLE robots (
  url TEXT PRIMARY KEY,
  attempts INTEGER NOT NULL DEFAULT 0,
  retry_at INTEGER NOT NULL DEFAULT 0,
  status INTEGER,
  location TEXT,
  body BLOB,
  asked_at INTEGER,
  failure TEXT,
  rule TEXT
);
CREATE TABLE scope (government INTEGER NOT NULL, url TEXT NOT NULL, PRIMARY KEY (government, url)) WITHOUT ROWID;
-- the first address that had a body, by its SHA-256
CREATE TABLE body (
  government INTEGER NOT NULL, digest TEXT NOT NULL, url TEXT NOT NULL, PRIMARY KEY (government, digest)
) WITHOUT ROWID;
-- query parameters that were seen to name a visit and not a page
CREATE TABLE session (government INTEGER NOT NULL, parameter TEXT NOT NULL, PRIMARY KEY (government, parameter)) WITHOUT ROWID;
PRAGMA user_version = 6;
