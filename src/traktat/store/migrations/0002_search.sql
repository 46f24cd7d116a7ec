-- Reports, statements and clauses can be searched by their words.
-- Run for every new store, and by migrations/versions/r0002_search.py for one made by an older version.

CREATE VIRTUAL TABLE text_search USING fts5 (
    text,
    content = 'texts',
    content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER texts_are_indexed AFTER INSERT ON texts
BEGIN
    INSERT INTO text_search (rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER texts_leave_the_index AFTER DELETE ON texts
BEGIN
    INSERT INTO text_search (text_search, rowid, text) VALUES ('delete', old.id, old.text);
END;

CREATE VIRTUAL TABLE finding_search USING fts5 (
    quote,
    content = 'findings',
    content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER findings_are_indexed AFTER INSERT ON findings
WHEN new.kind IN ('statement', 'provision')
BEGIN
    INSERT INTO finding_search (rowid, quote) VALUES (new.id, new.quote);
END;

CREATE TRIGGER findings_leave_the_index AFTER DELETE ON findings
WHEN old.kind IN ('statement', 'provision')
BEGIN
    INSERT INTO finding_search (finding_search, rowid, quote)
    VALUES ('delete', old.id, old.quote);
END;

INSERT INTO text_search (text_search) VALUES ('rebuild');

INSERT INTO finding_search (rowid, quote)
SELECT id, quote FROM findings WHERE kind IN ('statement', 'provision');
