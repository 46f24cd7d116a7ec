-- A record is found by its id without reading the bodies of others on the way.
-- In a table without row ids every step of a search reads a whole row, and a body fills a hundred pages.
-- Run for every new store, and by migrations/versions/r0005_lean_records.py for one made by an older version.

CREATE TABLE lean_records (
    id TEXT PRIMARY KEY NOT NULL,
    parties TEXT NOT NULL,
    kind TEXT,
    body TEXT NOT NULL
);

INSERT INTO lean_records SELECT id, parties, kind, body FROM records ORDER BY id;

-- Nothing that names a record goes with the old table: references are not enforced here yet.
DROP TABLE records;

ALTER TABLE lean_records RENAME TO records;
