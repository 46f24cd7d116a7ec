-- One more report loads only what it concerns: mentions by home, and what homes are found by.
-- Run for every new store, and by migrations/versions/r0006_links.py for one made by an older version.

DROP TABLE mentions;

CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    report_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    key TEXT NOT NULL,
    home TEXT NOT NULL,
    heir TEXT,
    record_id TEXT,
    body TEXT NOT NULL,
    UNIQUE (report_id, ordinal)
);

CREATE INDEX mentions_by_home ON mentions (home);

CREATE TABLE traces (
    id INTEGER PRIMARY KEY,
    home TEXT NOT NULL,
    key TEXT NOT NULL,
    bearer TEXT
);

CREATE INDEX traces_by_home ON traces (home);

CREATE INDEX traces_by_key ON traces (key);

-- What was settled before left no traces: all of it is settled again, once.
DELETE FROM meta WHERE key = 'stamp';
