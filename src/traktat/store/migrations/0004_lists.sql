-- Lists, persons and states can be asked for without loading a record.
-- Run for every new store, and by migrations/versions/r0004_lists.py for one made by an older version.

CREATE TABLE outlines (
    record_id TEXT PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    names TEXT NOT NULL,
    newest TEXT NOT NULL,
    reports INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    disagreements INTEGER NOT NULL,
    issues INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX outlines_by_newest ON outlines (newest);

CREATE TABLE record_parties (
    record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    party TEXT NOT NULL,
    PRIMARY KEY (record_id, party)
) WITHOUT ROWID;

CREATE INDEX record_parties_by_party ON record_parties (party);

CREATE TABLE standings (
    record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    status TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (record_id, since)
) WITHOUT ROWID;

CREATE INDEX standings_by_day ON standings (record_id, since, until, status);

CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    part TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    topic TEXT NOT NULL,
    first TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (record_id, part, ordinal)
);

CREATE INDEX items_by_item_id ON items (item_id);

CREATE INDEX items_by_part ON items (part, first);

CREATE INDEX items_by_day ON items (record_id, part, status, first, item_id);

CREATE TABLE actors (
    item INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (item, role, name)
) WITHOUT ROWID;

CREATE INDEX actors_by_name ON actors (role, name);

CREATE TABLE anchors (
    item INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    report_id TEXT NOT NULL,
    finding TEXT NOT NULL,
    PRIMARY KEY (item, report_id, finding)
) WITHOUT ROWID;

CREATE INDEX anchors_by_report ON anchors (report_id);

CREATE TABLE credits (
    record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    origin TEXT NOT NULL,
    PRIMARY KEY (record_id, origin)
) WITHOUT ROWID;

-- The moment of the last change of each report or of what was decided about it.
CREATE TABLE touched (
    report_id TEXT PRIMARY KEY,
    clock INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER reports_are_touched AFTER INSERT ON stale
BEGIN
    INSERT INTO touched VALUES (new.report_id, new.since)
    ON CONFLICT (report_id) DO UPDATE SET clock = excluded.clock;
END;

CREATE TRIGGER reports_are_touched_again AFTER UPDATE ON stale
BEGIN
    INSERT INTO touched VALUES (new.report_id, new.since)
    ON CONFLICT (report_id) DO UPDATE SET clock = excluded.clock;
END;

-- What was worked out before has no lists yet: all of it is worked out again.
DELETE FROM meta WHERE key = 'stamp';
