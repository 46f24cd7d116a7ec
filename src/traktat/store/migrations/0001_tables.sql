-- Evidence, judgements and records.
-- Run for every new store, and by migrations/versions/r0001_tables.py for one made by an older version.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sources (
    location TEXT PRIMARY KEY,
    digest TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE texts (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL
);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    text_id INTEGER NOT NULL REFERENCES texts (id),
    source TEXT NOT NULL,
    path TEXT NOT NULL,
    outlet TEXT,
    title TEXT,
    published TEXT,
    url TEXT,
    lang TEXT
);

CREATE INDEX documents_by_text ON documents (text_id);

CREATE TABLE reports (
    document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    report_id TEXT NOT NULL,
    outlet TEXT,
    published TEXT,
    language TEXT NOT NULL,
    digest TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE INDEX reports_by_id ON reports (report_id);

CREATE TABLE findings (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES reports (document_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    finding_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    quote TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (document_id, ordinal)
);

CREATE INDEX findings_by_id ON findings (finding_id);

CREATE TABLE issues (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES reports (document_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    part TEXT NOT NULL,
    code TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    message TEXT NOT NULL,
    UNIQUE (document_id, ordinal)
);

CREATE TABLE judgements (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    undone INTEGER NOT NULL,
    about TEXT NOT NULL,
    verdict TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (id, undone)
);

CREATE INDEX judgements_by_about ON judgements (about);

CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE ON judgements
BEGIN
    SELECT RAISE(ABORT, 'judgements are append-only');
END;

CREATE TRIGGER judgements_are_never_removed BEFORE DELETE ON judgements
BEGIN
    SELECT RAISE(ABORT, 'judgements are append-only');
END;

CREATE TABLE mentions (
    report_id TEXT PRIMARY KEY,
    body TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE stale (
    report_id TEXT PRIMARY KEY,
    since INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE records (
    id TEXT PRIMARY KEY,
    parties TEXT NOT NULL,
    kind TEXT,
    body TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE record_reports (
    record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    report_id TEXT NOT NULL,
    PRIMARY KEY (record_id, report_id)
) WITHOUT ROWID;

CREATE INDEX record_reports_by_report ON record_reports (report_id);
