-- Schema 1. Small things are rows that the sqlite3 tool can read; exchanges are compressed chunks;
-- whole values (a scenario, a run) are JSON documents as SCENARIO.md describes them.
CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;

-- The last number given out as an id; ids are never reused.
CREATE TABLE last_id (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), value INTEGER NOT NULL);
INSERT INTO last_id VALUES (1, 0);

CREATE TABLE capture (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    rule TEXT NOT NULL,
    exchanges INTEGER NOT NULL,
    records INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,     -- ns since the epoch, UTC
    summary TEXT NOT NULL,            -- JSON
    statistics TEXT NOT NULL          -- JSON
);
CREATE TABLE capture_file (
    capture INTEGER NOT NULL REFERENCES capture (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    path TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    compression TEXT NOT NULL,
    format TEXT NOT NULL,
    PRIMARY KEY (capture, position)
) WITHOUT ROWID;
-- Distinct strings of a capture by what they are for (host, server, client, operation).
CREATE TABLE capture_string (
    capture INTEGER NOT NULL REFERENCES capture (id) ON DELETE CASCADE,
    pool TEXT NOT NULL,
    position INTEGER NOT NULL,
    text BLOB NOT NULL,
    PRIMARY KEY (capture, pool, position)
) WITHOUT ROWID;
-- Chunks are written while an import runs, before their capture is there: no foreign key. What belongs to
-- no capture is removed when the project is opened for writing.
CREATE TABLE chunk (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    capture INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE INDEX chunk_of_capture ON chunk (capture);
CREATE TABLE capture_chunk (
    capture INTEGER NOT NULL REFERENCES capture (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    chunk INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    first_time INTEGER NOT NULL,      -- ns since the epoch, UTC
    last_time INTEGER NOT NULL,
    PRIMARY KEY (capture, position)
) WITHOUT ROWID;

CREATE TABLE persona_set (
    id INTEGER PRIMARY KEY,
    capture INTEGER NOT NULL,
    name TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    epsilon REAL,
    created_at INTEGER NOT NULL,
    document TEXT NOT NULL            -- JSON
);
-- For people with the sqlite3 tool; the document is what is read.
CREATE TABLE persona (
    persona_set INTEGER NOT NULL REFERENCES persona_set (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    windows INTEGER NOT NULL,
    exchanges INTEGER NOT NULL,
    request_rate REAL,
    latency_p95 REAL,
    error_rate REAL,
    confidence REAL NOT NULL,
    PRIMARY KEY (persona_set, id)
) WITHOUT ROWID;

CREATE TABLE scenario (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    persona_set INTEGER,
    notes TEXT NOT NULL,              -- JSON array
    document TEXT NOT NULL            -- JSON, a scenario file
);
CREATE TABLE node_position (
    scenario INTEGER NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
    node TEXT NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    PRIMARY KEY (scenario, node)
) WITHOUT ROWID;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    scenario INTEGER NOT NULL,
    scenario_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    document TEXT NOT NULL            -- JSON
);
CREATE TABLE advice (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    accepted TEXT NOT NULL,           -- JSON array of recommendation ids
    document TEXT NOT NULL            -- JSON
);
CREATE TABLE report (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), options TEXT NOT NULL);
