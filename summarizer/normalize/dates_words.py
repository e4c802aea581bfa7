"""The words of dates: closed lists of English, and the regex fragments made of them (all for lower-case text)."""

from __future__ import annotations

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
NUMBERS = {
    word: value
    for value, words in enumerate(
        (
            "zero",
            "one a an",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        )
    )
    for word in words.split()
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
VAGUE_NUMBERS = ("several", "a few", "few", "a couple of", "couple of", "some", "many", "a number of")

# Read as months only with a number, a year or a preposition beside them: they are also other words.
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar"})

WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\.)"
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|\b))"
)
YEAR = r"(?:19|20)\d\d\b"
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted((*NUMBERS, *VAGUE_NUMBERS), key=len, reverse=True))})"
UNIT = r"(?:day|night|weekend|week|fortnight|month|year|decade)"
MONTH_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:])"
PART_OF_DAY = r"(?:morning|afternoon|evening|night|noon|midday|lunchtime|midnight|dawn|dusk)"
SUN = r"(?:dawn|daybreak|first light|sunrise|sunset|sundown|dusk|nightfall|noon|midday|midnight|daylight)"
CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\b\.?|[ap]m\b)|\d{1,2}:\d\d\b|\d{4} (?:hours|gmt|utc|local)\b|\d{1,2} o'clock"
    rf"|(?:half past |quarter past |quarter to )?(?:{'|'.join(list(NUMBERS)[1:14])}) (?:o'clock|in the {PART_OF_DAY})"
    rf"|(?:{'|'.join(list(NUMBERS)[1:])}|\d{{1,2}}) minutes? (?:past|before|after|to) (?:midnight|noon))"
    r"(?: (?:local time|gmt|utc))?"
)

DURATION = (
    rf"(?:just |less than |under |only )?(?:{NUMBER} )?(?:second|minute|hour|day|week|month|year)s?(?:' time|'s time)?"
)


def weekday_index(word: str) -> int:
    """0 for Monday to 6 for Sunday; the word may be shortened."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word[:3]))


def month_number(word: str) -> int:
    """1 to 12; the word may be shortened."""
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def number_value(word: str) -> int | None:
    """The number, None for a vague one ("several")."""
    return int(word) if word.isdecimal() else NUMBERS.get(word)
