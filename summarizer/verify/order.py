"""All rules of verification in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from summarizer.verify import counted, coverage, duplicates, names, numbers, placing, planted, quote_rules, references
from summarizer.verify.case import Case, Remark

Check = Callable[[Case], Iterator[Remark]]

ORDER: tuple[tuple[str, Check], ...] = (
    # what each quote is worth
    ("Q1", quote_rules.quote_empty),
    ("Q2", quote_rules.quote_not_found),
    ("Q3", quote_rules.quote_inside_word),
    ("Q4", quote_rules.quote_too_long),
    ("I1", planted.planted_evidence),
    ("I2", planted.planted_text),
    ("Q5", quote_rules.quote_elsewhere),
    ("Q6", quote_rules.quote_folded),
    ("Q7", quote_rules.quotes_many),
    ("Q8", quote_rules.record_without_evidence),
    # what each count says
    ("N1", numbers.count_outside_quotes),
    ("N2", numbers.count_of_something_else),
    ("N3", numbers.hedge_cut),
    ("N13", numbers.hedge_foreign),
    ("N12", counted.count_phrase_cut),
    ("N4", numbers.count_unreadable),
    ("N5", numbers.count_absurd),
    ("N6", numbers.number_disagrees),
    ("N7", numbers.absence_of_reports),
    ("N8", numbers.count_only_possible),
    ("N14", counted.bodies_not_dead),
    # who and what is referred to
    ("R1", names.actors_in_article),
    ("R2", names.actors_undeclared),
    ("R3", names.actors_unknown),
    ("N10", counted.count_of_others),
    ("N11", counted.count_named_otherwise),
    ("R5", references.fields_not_in_article),
    ("R11", placing.country_unknown),
    ("R6", references.chain_links_unknown),
    ("R7", references.claim_without_source),
    ("R4", references.keys_repeated),
    ("R8", references.references_dangling),
    ("R9", references.subset_cycles),
    ("N9", numbers.subset_too_large),
    ("R10", references.claims_not_asserting),
    # what is said twice, and what is not said at all
    ("D1", duplicates.duplicates_merged),
    ("C1", coverage.numbers_uncovered),
    ("C2", coverage.numbers_repeated),
)
