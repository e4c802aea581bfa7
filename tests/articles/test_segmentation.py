"""Gold cases: a paragraph and the sentences a reader would count in it."""

from __future__ import annotations

import pytest

from summarizer.articles.segmentation import LONGEST, Style, sentences

# "|" marks where a sentence ends; what stands between is verbatim.
MIXED_CASE = [
    "Two men died.| Three were hurt.",
    "The U.S. Army said two men died.",
    "They were trained in the U.S.| The army said nothing.",
    "U.S. and Iraqi troops took the town.",
    "The U.N. humanitarian office said so.| It gave no figure.",
    "Gen. Omar Saleh spoke.| Lt. Col. Aziz Noor did not.",
    "Maj. Gen. A. K. Rahman denied it.",
    "It began on Jan. 14 in the north.",
    "It began in Jan.| The army left in March.",
    "No. 5 Company lost two men.",
    "Nine died, the governor wrote on X.| Rwanda denied it.",
    "The nurse X. Malinga was hurt.",
    "Asked for comment, he said No.| Two aides left.",
    "The blast came at 7 a.m. Monday in the market.",
    "The blast came at 7 a.m.| Police closed the road.",
    "It was 2.15 p.m. GMT when it ended.",
    "J. R. Smith was among the dead.",
    "Some 5.3 million people fled.| 12,500 came back.",
    "The shell was a 7.62mm round.| 14 were found.",
    '"We saw smoke. Then came the blast," he said.'.replace(". Then", ".| Then"),
    '"They came at night."| He wept.',
    '"Where are they?" he asked.',
    '"Stop the war!" she shouted.| Nobody answered.',
    "“We buried nine.| We will bury more.”| The mayor left.",
    '"We are safe." said the mayor.',
    "‘Nobody came.’| The clinic was shut.",
    "He paused ... and went on.",
    "He paused …| Then he went on.",
    'He said they "ran ... for their lives."| Two fell.',
    "Twelve died (nine of them children).| The rest fled.",
    "Twelve died. (Nine were children.) The rest fled.".replace(". (", ".| (").replace(") The", ")| The"),
    "Dr. Moewardi hospital took them in.",
    "They fled to St. Petersburg.| None returned.",
    "Mt. Sinjar was surrounded.",
    "Acme Inc. said two guards died.",
    "The guards worked for Acme Inc.| The company mourned them.",
    "Smith & Co. Ltd. lost a truck.",
    "Robert Kane Jr. was killed.",
    "Police found rifles, grenades, etc.| They arrested two men.",
    "Militants attacked at dawn.| al-Shabaab said it was behind the raid.",
    "The vote was 14 vs. 12 in the end.",
    "The toll, i.e. the official one, is 14.",
    "What now?| Nobody knows.",
    "They fled!| All of them.",
    "Who fired first?!| Nobody knows.",
    "Two died.[3] Three fled.".replace("] T", "]| T"),
    "Two soldiers were killed.The army said so.".replace(".The", ".|The"),
    "See www.example.org for more.| It is updated daily.",
    "Write to desk@example.org.| We reply.",
    "Version 2.0.1 is out.",
    "Rebels took Hill 402.| They held it for a day.",
    "He was 61.| She was 59.",
    "Fighters of Brigade No. 12 fled.| They left two tanks.",
    "Article Art. 5 applies.",
    "Two died on Sept. 11 and four on Oct. 3.",
    "Sen. Maria Lopez and Rep. Juan Diaz met.",
    "The Rev. Peter Lual prayed.",
    "Insp. Gen. Suharsono spoke.",
    "Brig.-Gen. Adan Nur resigned.",
    "The D.C. police came.",
    "He holds a Ph.D. in law.",
    "It said: two men died; four fled.",
    "Two men died - four fled - in the north.",
    "Vitamin C. deficiency is common.",
    "Prof. Dr. Hans Meier counted ca. 40 graves.",
    "Two died.\nThree\nwere hurt.".replace(".\n", ".|\n"),
    "Two died.\u00a0 Three were hurt.".replace(".\u00a0", ".|\u00a0"),
    "死者は14人。|負傷者は31人。",
    "هل عادوا؟| لا أحد يعرف.",
    "The No. 2 commander was killed.| Col. Deng took over.",
]

SHOUTED = [
    "THE U.S. EMBASSY WAS HIT.| TWO MEN DIED.",
    "GEN. ROJAS SPOKE.| COL. PAZ DID NOT.",
    "IT BEGAN ON JAN. 14 IN THE NORTH.",
    "DETACHMENT NO. 4 REPORTED TWO DEAD.| IT GAVE NO NAMES.",
    "THE REBELS ... WITHDREW.| THEY LEFT AT DAWN.",
    "MAJ. RODRIGUEZ SAID TROOPS FOUND 12 RIFLES.| ALSO FOUND WAS AN M-16.",
    '"WE KNOW THEM. THEY FLED," HE SAID.'.replace(". T", ".| T"),
    "TROOPS OF THE U.S. IN THE CANAL ZONE STAYED.",
]

UNCAPITALISED = [
    "two men died in the village near the river.| the army said nothing at all about it.| who did it?| nobody knows.",
]


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, 0, len(text), Style(text))]


@pytest.mark.parametrize("marked", MIXED_CASE + SHOUTED + UNCAPITALISED)
def test_a_paragraph_falls_into_the_sentences_a_reader_counts(marked: str) -> None:
    assert split(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_a_sentence_without_end_is_cut_at_a_soft_place() -> None:
    text = "gunmen came to the village, they shot at people; " * 100
    parts = split(text)
    assert len(parts) > 4
    assert all(len(part) <= LONGEST for part in parts)
    assert all(part.endswith(";") for part in parts[:-1])


def test_a_single_endless_word_is_cut_too() -> None:
    assert [len(part) for part in split("x" * 2500)] == [LONGEST, LONGEST, 500]


def test_an_empty_span_has_no_sentence() -> None:
    assert split("") == []
