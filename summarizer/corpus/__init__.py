"""Many articles: a run that cannot lose what it has, nor pay twice for it.

    sources    --articles.rows_of-->   ArticleRow     what stands in files, folders and JSONL lines, read as a stream
    ArticleRow --keys.work_of-->       Work           with its key: of content, engine, parameters, version
    Work       --work.outcome_of-->    OutcomeRow     a digest or a failure: no shared state, the same every time
    OutcomeRow --store.Store.save-->   SQLite         one transaction each
    store      --export.export-->      json, jsonl, csv

`runner.Runner` drives it; `work` runs as well in a process pool or on another machine.
"""
