CREATE TABLE runs (
    run INTEGER PRIMARY KEY AUTOINCREMENT,
    started TEXT NOT NULL,
    ended TEXT,
    engine TEXT NOT NULL,
    model TEXT,
    mark TEXT NOT NULL,
    version TEXT NOT NULL,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    ending TEXT
);
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    content TEXT NOT NULL,
    published TEXT,
    outlet TEXT,
    title TEXT,
    url TEXT,
    run INTEGER NOT NULL
);
CREATE INDEX articles_by_key ON articles (key);
CREATE INDEX articles_by_source ON articles (source);
CREATE TABLE outcomes (
    key TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('done', 'failed')),
    again INTEGER NOT NULL,
    exit_code INTEGER NOT NULL,
    reason TEXT,
    attempts INTEGER NOT NULL,
    run INTEGER NOT NULL,
    finished TEXT NOT NULL,
    engine TEXT NOT NULL,
    model TEXT,
    requests INTEGER NOT NULL,
    retries INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    cached_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    cost_usd REAL,
    seconds REAL NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE leases (
    key TEXT PRIMARY KEY,
    run INTEGER NOT NULL
);
CREATE VIEW events AS
SELECT a.id AS article, a.source, a.published, a.outlet,
    json_extract(e.value, '$.id') AS event, json_extract(e.value, '$.type') AS type, json_extract(e.value, '$.status') AS status,
    json_extract(e.value, '$.actors') AS actors, json_extract(e.value, '$.targets') AS targets,
    json_extract(e.value, '$.location.text') AS location, json_extract(e.value, '$.location.place') AS place,
    json_extract(e.value, '$.location.admin1') AS admin1, json_extract(e.value, '$.location.country') AS country,
    json_extract(e.value, '$.location.lat') AS lat, json_extract(e.value, '$.location.lon') AS lon,
    json_extract(e.value, '$.time.text') AS time, json_extract(e.value, '$.time.start') AS start, json_extract(e.value, '$.time.end') AS "end",
    json_extract(e.value, '$.weapon') AS weapon, json_extract(e.value, '$.support') AS support, json_extract(e.value, '$.unverified') AS unverified,
    json_extract(e.value, '$.evidence[0].quote') AS quote
FROM articles a JOIN outcomes o ON o.key = a.key AND o.state = 'done', json_each(o.body, '$.events') e;
CREATE VIEW casualties AS
SELECT a.id AS article, a.source, a.published, a.outlet,
    json_extract(e.value, '$.id') AS casualty, json_extract(e.value, '$.event_id') AS event, json_extract(e.value, '$.harm') AS harm,
    json_extract(e.value, '$.count.text') AS count, json_extract(e.value, '$.count.min') AS min, json_extract(e.value, '$.count.max') AS max,
    json_extract(e.value, '$.count.best') AS best, json_extract(e.value, '$.count.modifier') AS modifier,
    json_extract(e.value, '$.count.unit') AS unit,
    json_extract(e.value, '$.victims') AS victims, json_extract(e.value, '$.victim_status') AS victim_status,
    json_extract(e.value, '$.victim_side') AS victim_side, json_extract(e.value, '$.attributed_to') AS attributed_to,
    json_extract(e.value, '$.scope') AS scope, json_extract(e.value, '$.subset_of') AS subset_of, json_extract(e.value, '$.tags') AS tags,
    json_extract(e.value, '$.support') AS support, json_extract(e.value, '$.unverified') AS unverified,
    json_extract(e.value, '$.evidence[0].quote') AS quote
FROM articles a JOIN outcomes o ON o.key = a.key AND o.state = 'done', json_each(o.body, '$.casualties') e;
CREATE VIEW claims AS
SELECT a.id AS article, a.source AS article_source, a.published, a.outlet,
    json_extract(e.value, '$.id') AS claim, json_extract(e.value, '$.source') AS source, json_extract(e.value, '$.source_type') AS source_type,
    json_extract(e.value, '$.anonymous') AS anonymous, json_extract(e.value, '$.stance') AS stance, json_extract(e.value, '$.content') AS content,
    json_extract(e.value, '$.about') AS about, json_extract(e.value, '$.chain') AS chain, json_extract(e.value, '$.time.text') AS time,
    json_extract(e.value, '$.party') AS party, json_extract(e.value, '$.evidence[0].quote') AS quote
FROM articles a JOIN outcomes o ON o.key = a.key AND o.state = 'done', json_each(o.body, '$.claims') e;
CREATE VIEW failures AS
SELECT a.id AS article, a.source, o.reason, json_extract(o.body, '$.message') AS message, json_extract(o.body, '$.hint') AS hint,
    o.exit_code, o.again, o.attempts, o.requests, o.cost_usd, o.finished
FROM articles a JOIN outcomes o ON o.key = a.key AND o.state = 'failed';
CREATE VIEW costs AS
SELECT engine, model, count(*) AS outcomes, sum(attempts) AS attempts, sum(requests) AS requests,
    sum(retries) AS retries, sum(input_tokens) AS input_tokens, sum(cached_tokens) AS cached_tokens,
    sum(output_tokens) AS output_tokens,
    CASE WHEN count(cost_usd) = count(*) THEN sum(cost_usd) END AS cost_usd
FROM outcomes GROUP BY engine, model;
