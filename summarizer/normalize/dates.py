"""Time phrases of news English: where they stand in a text (`find_times`), and which days they name (`read_time`).

`None` = not a time phrase. A phrase that needs the day of publication stays unresolved without it: dates null,
precision unknown, words and relation kept. Rules: docs/decisions/020.
"""

from summarizer.normalize.dates_find import FoundTime, find_times
from summarizer.normalize.dates_read import read_time

__all__ = ["FoundTime", "find_times", "read_time"]
