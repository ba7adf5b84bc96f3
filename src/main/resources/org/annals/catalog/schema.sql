-- The catalogue's tables. They are our own affair and may change with any version; other programs read the views of views.sql.
-- Integer keys depend on the order of insertion and never leave this file; every id that a view shows is derived from the archive.
-- Raise Schema.VERSION with any change here: an older catalogue is then thrown away and derived again.

-- facts: what the archive's records say ---------------------------------------------------------------------------

CREATE TABLE warc_file (
    id         INTEGER PRIMARY KEY,
    path       TEXT NOT NULL UNIQUE,
    indexed_to INTEGER NOT NULL              -- offset behind the last record that is in the tables
);

CREATE TABLE run (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,            -- sorts by time of start
    last_at TEXT NOT NULL,                   -- newest record
    closed  INTEGER NOT NULL DEFAULT 0       -- whether it came to its end
);

-- how a government's crawl came to its end within a run
CREATE TABLE finish (
    run            INTEGER NOT NULL REFERENCES run,
    government     TEXT NOT NULL,
    "end"          TEXT NOT NULL,            -- a code of org.annals.capture.Finish.End
    pages          INTEGER NOT NULL,
    reports        INTEGER NOT NULL,
    columns        INTEGER NOT NULL,
    columns_failed INTEGER NOT NULL,
    reports_failed INTEGER NOT NULL,
    denied         INTEGER NOT NULL,
    beyond_budget  INTEGER NOT NULL,
    behind_gone    INTEGER NOT NULL,
    PRIMARY KEY (run, government)
) WITHOUT ROWID;

CREATE TABLE address (
    id  INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE
);

CREATE TABLE government (
    code            TEXT PRIMARY KEY,
    name            TEXT NOT NULL,
    level           TEXT NOT NULL,
    province        TEXT NOT NULL,
    parent          TEXT NOT NULL,
    portal_url      TEXT,
    report_list_url TEXT,
    stated_at       TEXT NOT NULL,           -- date of the seeds record that said so last
    stated_in       INTEGER REFERENCES run   -- its run
) WITHOUT ROWID;

-- last day on which a report is in time; filled from the rule of Article 49
CREATE TABLE due (
    level       TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    due_on      TEXT NOT NULL,
    PRIMARY KEY (level, fiscal_year)
) WITHOUT ROWID;

CREATE TABLE payload (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE
);

CREATE TABLE capture (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    run         INTEGER REFERENCES run,
    government  TEXT,
    address     INTEGER NOT NULL REFERENCES address,
    captured_at TEXT NOT NULL,
    status      INTEGER,
    media_type  TEXT,                        -- as declared
    payload     INTEGER REFERENCES payload,
    document    INTEGER REFERENCES document, -- of answers that may carry a report
    outcome     TEXT,                        -- of its visit
    file        INTEGER NOT NULL REFERENCES warc_file,
    "offset"    INTEGER NOT NULL,
    length      INTEGER NOT NULL,
    is_revisit  INTEGER NOT NULL,
    source      TEXT,                        -- file or replay that it was taken in from; null where the run made it
    claim       INTEGER REFERENCES publication, -- the one that its publisher and year name
    assumed     INTEGER,                     -- of a claim: whether only the site or the seeds say the publisher
    own         INTEGER,                     -- of a claim: whether it is the report of the government itself
    publication INTEGER REFERENCES publication  -- the claim, but where reports of several bodies go by one name
);
CREATE INDEX capture_by_address ON capture (address);
CREATE INDEX capture_by_document ON capture (document);
CREATE INDEX capture_by_claim ON capture (claim) WHERE claim IS NOT NULL;
CREATE INDEX capture_by_publication ON capture (publication) WHERE publication IS NOT NULL;
CREATE INDEX capture_by_government ON capture (government) WHERE publication IS NOT NULL;

CREATE TABLE visit (
    id         INTEGER PRIMARY KEY,
    run        INTEGER REFERENCES run,
    government TEXT NOT NULL,
    address    INTEGER NOT NULL REFERENCES address,
    fetched_at TEXT NOT NULL,
    status     INTEGER,
    outcome    TEXT NOT NULL,
    asked      INTEGER NOT NULL,             -- whether a request was made
    purpose    TEXT NOT NULL,
    via        INTEGER REFERENCES address,
    anchor     TEXT NOT NULL,
    capture    INTEGER REFERENCES capture
);
CREATE INDEX visit_by_address ON visit (address);
CREATE INDEX visit_by_via ON visit (via) WHERE via IS NOT NULL;
CREATE INDEX visit_by_government ON visit (government, run, purpose, outcome, status);

-- links that may say whose a report is, on pages that no visit of ours tells of: those taken in from other programs
CREATE TABLE link (
    address INTEGER NOT NULL REFERENCES address,
    via     INTEGER NOT NULL REFERENCES address,
    anchor  TEXT NOT NULL,                   -- empty for a redirect
    seen_at TEXT NOT NULL,                   -- date of the first capture that has it
    PRIMARY KEY (address, via, anchor)
) WITHOUT ROWID;
CREATE INDEX link_by_via ON link (via);

-- what the parser read: once for each payload, and each content once -------------------------------------------------

CREATE TABLE document (
    id             INTEGER PRIMARY KEY,
    payload        INTEGER NOT NULL REFERENCES payload,
    content_type   TEXT NOT NULL,            -- as declared, since it may decide the charset
    parser_version TEXT NOT NULL,
    media_type     TEXT NOT NULL,
    content        INTEGER REFERENCES content, -- null: no report
    fault          TEXT,                     -- what went wrong where the parser failed; null where it did not
    UNIQUE (payload, content_type)
);
CREATE INDEX document_by_content ON document (content) WHERE content IS NOT NULL;

CREATE TABLE content (
    id               INTEGER PRIMARY KEY,
    digest           TEXT NOT NULL UNIQUE,
    generation       TEXT NOT NULL,
    publisher        TEXT,
    publisher_source TEXT,
    fiscal_year      INTEGER,
    title            TEXT,
    published_on     TEXT
);

CREATE TABLE field (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
);

CREATE TABLE locator (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);

CREATE TABLE cell (
    content INTEGER NOT NULL REFERENCES content,
    field   INTEGER NOT NULL REFERENCES field,
    state   INTEGER NOT NULL,                -- 0 number, 1 blank, 2 unreadable, 3 absent
    value,                                   -- INTEGER or REAL, TEXT where neither holds the decimal exactly
    raw     TEXT NOT NULL,
    locator INTEGER NOT NULL REFERENCES locator,
    PRIMARY KEY (content, field)
) WITHOUT ROWID;
CREATE INDEX cell_by_field ON cell (field, content, state, value); -- one field over all reports without a look at their rows

CREATE TABLE section (
    content INTEGER NOT NULL REFERENCES content,
    name    TEXT NOT NULL,
    text    TEXT NOT NULL,
    PRIMARY KEY (content, name)
) WITHOUT ROWID;

-- which contents hold a pair of neighbouring signs in their sections: see org.annals.catalog.Folding
CREATE VIRTUAL TABLE text_index USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

CREATE TABLE check_result (
    content  INTEGER NOT NULL REFERENCES content,
    ordinal  INTEGER NOT NULL,
    code     TEXT NOT NULL,
    scope    TEXT NOT NULL,
    status   TEXT NOT NULL,
    expected,
    actual,
    PRIMARY KEY (content, ordinal)
) WITHOUT ROWID;

-- derived: publications, their versions and revisions ----------------------------------------------------------------

CREATE TABLE publication (
    id             INTEGER PRIMARY KEY,
    publication_id TEXT NOT NULL UNIQUE,
    government     TEXT NOT NULL,
    publisher      TEXT NOT NULL,
    fiscal_year    INTEGER,
    withdrawn      INTEGER NOT NULL
);
CREATE INDEX publication_by_government ON publication (government, fiscal_year);

CREATE TABLE version (
    id          INTEGER PRIMARY KEY,
    publication INTEGER NOT NULL REFERENCES publication,
    number      INTEGER NOT NULL,
    report_id   TEXT NOT NULL UNIQUE,
    capture     INTEGER NOT NULL REFERENCES capture, -- the first that carries it
    is_latest   INTEGER NOT NULL
);
CREATE INDEX version_by_publication ON version (publication);
CREATE INDEX version_by_capture ON version (capture);

CREATE TABLE carries (
    capture INTEGER PRIMARY KEY REFERENCES capture,
    version INTEGER NOT NULL REFERENCES version
);
CREATE INDEX carries_by_version ON carries (version);

CREATE TABLE revision (
    id           INTEGER PRIMARY KEY,
    revision_id  TEXT NOT NULL UNIQUE,
    publication  INTEGER NOT NULL REFERENCES publication,
    from_version INTEGER NOT NULL REFERENCES version,
    to_version   INTEGER REFERENCES version,
    to_capture   INTEGER NOT NULL REFERENCES capture,
    kind         TEXT NOT NULL,
    detected_at  TEXT NOT NULL
);
CREATE INDEX revision_by_publication ON revision (publication);
CREATE INDEX revision_by_time ON revision (detected_at);

CREATE TABLE change (
    revision  INTEGER NOT NULL REFERENCES revision,
    ordinal   INTEGER NOT NULL,
    item      TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    PRIMARY KEY (revision, ordinal)
) WITHOUT ROWID;

-- checks of a version against the latest version of the year before
CREATE TABLE year_check (
    version  INTEGER NOT NULL REFERENCES version,
    ordinal  INTEGER NOT NULL,
    code     TEXT NOT NULL,
    scope    TEXT NOT NULL,
    status   TEXT NOT NULL,
    expected,
    actual,
    PRIMARY KEY (version, ordinal)
) WITHOUT ROWID;

-- what contradicts a version: another rendition of it, or another report under the same name
CREATE TABLE rendition_check (
    version  INTEGER NOT NULL REFERENCES version,
    ordinal  INTEGER NOT NULL,
    scope    TEXT NOT NULL,
    expected,
    actual,
    PRIMARY KEY (version, ordinal)
) WITHOUT ROWID;

-- addresses of reports worth asking again
CREATE TABLE to_ask (
    publication INTEGER NOT NULL REFERENCES publication,
    address     INTEGER NOT NULL REFERENCES address,
    PRIMARY KEY (publication, address)
) WITHOUT ROWID;

-- addresses whose publications must be derived again: written with the facts, emptied when it is done
CREATE TABLE touched (
    address INTEGER PRIMARY KEY REFERENCES address
);
