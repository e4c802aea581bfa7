CREATE TABLE replies (
    key TEXT PRIMARY KEY,
    model TEXT NOT NULL,
    answered_by TEXT,
    complete INTEGER NOT NULL,
    input_tokens INTEGER,
    cached_tokens INTEGER NOT NULL,
    output_tokens INTEGER,
    received TEXT NOT NULL,
    reply TEXT NOT NULL
);
