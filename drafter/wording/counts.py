"""Counts: how many comments came, and how many of them only agree, in the same words wherever it is told."""

from __future__ import annotations

from drafter.model import Table

from .messages import say


def said_words(table: Table, lang: str) -> str:
    """`"60 ý kiến, gồm 57 ý kiến góp ý và 03 ý kiến thống nhất"`; shorter where there is one sort only."""
    agreements = table.agreeing
    comments = table.balance.comments_in_rows + table.balance.agreements - agreements
    key = "both" if comments and agreements else "agreements" if agreements else "comments"
    facts = {"comments": comments, "agreements": agreements}
    return say(f"table.said.{key}", lang, read=sum(facts.values()), **facts)
