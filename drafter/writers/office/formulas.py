"""What a spreadsheet takes for a formula; text that begins so must never be computed."""

import re

# OWASP, CSV injection; the wide forms of East Asian keyboards too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Where a program splits a line at semicolons or tabs, a cell begins in the middle of a text; so it does at a
# line break, where a dash begins an item of a list and no formula.
SPLIT_FORMULA = re.compile(r"([;\t\n]\s*[\"']?)(?=[=@＝＠])|([;\t][ ]*[\"']?)(?=[-+－＋][^\s])")


def harmless(text: str) -> str:
    """An apostrophe before what a spreadsheet would compute, also where it splits at other signs."""
    text = SPLIT_FORMULA.sub(r"\g<0>'", text)
    return f"'{text}" if text.startswith(FORMULA) else text
