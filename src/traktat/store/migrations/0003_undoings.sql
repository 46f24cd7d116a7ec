-- A judgement can be taken back by several people, each with a line of their own.
-- Run for every new store, and by migrations/versions/r0003_undoings.py for one made by an older version.

DROP TRIGGER judgements_are_never_changed;

DROP TRIGGER judgements_are_never_removed;

DROP INDEX judgements_by_about;

ALTER TABLE judgements RENAME TO judgements_before;

CREATE TABLE judgements (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    undone INTEGER NOT NULL,
    about TEXT NOT NULL,
    verdict TEXT NOT NULL,
    body TEXT NOT NULL
);

INSERT INTO judgements SELECT ordinal, id, undone, about, verdict, body FROM judgements_before;

DROP TABLE judgements_before;

CREATE UNIQUE INDEX judgements_are_made_once ON judgements (id) WHERE undone = 0;

CREATE UNIQUE INDEX judgements_are_undone_once ON judgements (id, body) WHERE undone = 1;

CREATE INDEX judgements_by_about ON judgements (about);

CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE ON judgements
BEGIN
    SELECT RAISE(ABORT, 'judgements are append-only');
END;

CREATE TRIGGER judgements_are_never_removed BEFORE DELETE ON judgements
BEGIN
    SELECT RAISE(ABORT, 'judgements are append-only');
END;
