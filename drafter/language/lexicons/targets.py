"""Types of the data files on how targets and tasks are worded."""

from __future__ import annotations

from collections.abc import Mapping

from ..lexicon import Lexicon, WordList, Words


class GoalHeadings(Lexicon, frozen=True):
    general: WordList
    other: WordList
    specific: WordList


class Commitment(Lexicon, frozen=True):
    aim: WordList
    provide: frozenset[str]
    bound: frozenset[str]
    estimate: WordList
    past: WordList
    context: WordList


class Deeds(Lexicon, frozen=True):
    """Words of acts and duties: what opens one, and what follows the one who acts."""

    opening: WordList
    inside: WordList


class Goals(Lexicon, frozen=True):
    """How chỉ tiêu are worded."""

    indicator: WordList
    action: WordList
    predicate: WordList
    scope: WordList
    area: WordList
    scope_in: WordList
    scope_count: WordList
    scope_lead: WordList
    tails: Words
    whole_end: WordList
    noun_first: WordList
    whole_start: WordList
    result: WordList
    subject: WordList
    rulings: frozenset[str]
    headings: GoalHeadings
    commitment: Commitment
    deeds: Deeds


class Indicators(Lexicon, frozen=True):
    """Words that tell no indicator from another, and spellings of those that do."""

    generic: WordList
    spelling: Mapping[str, str]
    lower_is_better: Words


class AgencyFamily(Lexicon, frozen=True):
    heads: Words
    fields: Words


class AgencyWords(Lexicon, frozen=True):
    heads: WordList
    lead: WordList
    contact: WordList
    adverbs: WordList
    heading_before: WordList
    heading_after: WordList
    offices: WordList
    at_large: WordList
    give: WordList
    labels_lead: WordList
    labels_partner: WordList
    labels_deadline: WordList
    together: WordList
    plans: WordList
    verbs: WordList


class Agencies(Lexicon, frozen=True):
    """Names of agencies, and how a sentence says who leads and who takes part."""

    family: tuple[AgencyFamily, ...]
    names: Words
    words: AgencyWords
