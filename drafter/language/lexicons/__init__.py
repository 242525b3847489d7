"""The types of the data files, by question. What a key means is told in the file itself."""

from __future__ import annotations

from .answers import Dispositions
from .comments import Asks, Calibration, Dossier, Grouping, Suggestions, Synonyms, Threads
from .drafts import (
    Abbreviations,
    Frontmatter,
    Headers,
    Issuers,
    Legacy,
    Locators,
    Protocol,
    RolePhrases,
    Roles,
    Spelling,
)
from .faults import CitedActs, Layouts, Lint, LintRule, PageRules, ShortForms
from .figures import (
    Baseline,
    Completion,
    Deadlines,
    Measures,
    MeasureWords,
    NoFigures,
    Quantities,
    TokenPattern,
    Units,
)
from .letters import AskedList, Inner, Joint, LeadIns, LetterNotes, Mail, Openings, Withdrawals
from .targets import Agencies, AgencyFamily, AgencyWords, Commitment, Deeds, GoalHeadings, Goals, Indicators

__all__ = [
    "Abbreviations",
    "Agencies",
    "AgencyFamily",
    "AgencyWords",
    "AskedList",
    "Asks",
    "Baseline",
    "Calibration",
    "CitedActs",
    "Commitment",
    "Completion",
    "Deadlines",
    "Deeds",
    "Dispositions",
    "Dossier",
    "Frontmatter",
    "GoalHeadings",
    "Goals",
    "Grouping",
    "Headers",
    "Indicators",
    "Inner",
    "Issuers",
    "Joint",
    "Layouts",
    "LeadIns",
    "Legacy",
    "LetterNotes",
    "Lint",
    "LintRule",
    "Locators",
    "Mail",
    "MeasureWords",
    "Measures",
    "NoFigures",
    "Openings",
    "PageRules",
    "Protocol",
    "Quantities",
    "RolePhrases",
    "Roles",
    "ShortForms",
    "Spelling",
    "Suggestions",
    "Synonyms",
    "Threads",
    "TokenPattern",
    "Units",
    "Withdrawals",
]
