CREATE TABLE orders (
    mark TEXT PRIMARY KEY,
    settings TEXT NOT NULL
);
CREATE TABLE waiting (
    key TEXT PRIMARY KEY,
    mark TEXT NOT NULL,
    hash TEXT NOT NULL,
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    content BLOB NOT NULL,
    is_text INTEGER NOT NULL,
    published TEXT,
    outlet TEXT,
    title TEXT,
    url TEXT,
    tries INTEGER NOT NULL,
    repairs INTEGER NOT NULL,
    requests TEXT NOT NULL
);
CREATE TABLE jobs (
    job INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    mark TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'uploading', 'uploaded', 'creating', 'created', 'ended', 'collected')),
    requests INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    planned TEXT NOT NULL,
    file TEXT,
    batch TEXT,
    status TEXT,
    completed INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    output_file TEXT,
    error_file TEXT,
    faults TEXT
);
CREATE TABLE asked (
    request TEXT NOT NULL,
    article TEXT NOT NULL,
    job INTEGER NOT NULL,
    PRIMARY KEY (request, article)
);
CREATE INDEX asked_by_article ON asked (article);
CREATE INDEX asked_by_job ON asked (job);
CREATE TABLE replies (
    request TEXT PRIMARY KEY,
    row TEXT NOT NULL,
    paid_by TEXT
);
