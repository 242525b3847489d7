"""The types of the data files, by question. What a key means is told in the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.lazy import lazily

if TYPE_CHECKING:
    from .answers import Dispositions
    from .comments import (
        Asks,
        Calibration,
        Concept,
        Concepts,
        Dossier,
        Grouping,
        Suggestions,
        Synonyms,
        Threads,
    )
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
    from .targets import (
        Agencies,
        AgencyFamily,
        AgencyWords,
        Commitment,
        Deeds,
        GoalHeadings,
        Goals,
        Indicators,
    )

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
    "Concept",
    "Concepts",
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

__getattr__ = lazily(
    __name__,
    {
        "answers": "Dispositions",
        "comments": "Asks Calibration Concept Concepts Dossier Grouping Suggestions Synonyms Threads",
        "drafts": "Abbreviations Frontmatter Headers Issuers Legacy "
        "Locators Protocol RolePhrases Roles Spelling",
        "faults": "CitedActs Layouts Lint LintRule PageRules ShortForms",
        "figures": "Baseline Completion Deadlines Measures "
        "MeasureWords NoFigures Quantities TokenPattern Units",
        "letters": "AskedList Inner Joint LeadIns LetterNotes Mail Openings Withdrawals",
        "targets": "Agencies AgencyFamily AgencyWords Commitment Deeds GoalHeadings Goals Indicators",
    },
)
