"""The balance: nothing that came in is missing in the table, and nothing stands in it twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from drafter.model import Balance, Correspondence, Respondent, Row


def balance(
    correspondence: Correspondence,
    rows: Sequence[Row],
    agreements: Sequence[Respondent],
    agreed_comments: int,
    *,
    commented: Sequence[str],
    silent: Sequence[str],
    heard: Iterable[str],
    asked: Iterable[str],
    same: Mapping[str, str],
) -> Balance:
    """Count every side by itself, from what came in and from what the table holds. `heard`: who
    wrote, each of several by itself; `same`: name → key of the agency.

    Files = understood + problems; comments read = in rows + agreements; agencies asked or heard
    = commented + agreed + silent, each once; words read = in comments + in the frame, as counted by the text
    of each file. `closes` is false where a count differs, or a comment is missing in the rows or stands in
    two of them.
    """
    problems = {problem.path for problem in correspondence.problems}
    understood = {letter.path for letter in correspondence.letters}
    files = (set(correspondence.hashes) | problems) - set(correspondence.repeated)
    read = [comment.id for comment in correspondence.comments]
    placed = Counter(comment for row in rows for comment in row.comments)
    names = {same[name] for name in (*heard, *asked)}
    agreed = {same[agreement.agency] for agreement in agreements}
    sides = [{same[name] for name in commented}, agreed, {same[name] for name in silent}]
    closes = (
        files == understood | problems
        and not understood & problems
        and len(set(read)) == len(read) == placed.total() + agreed_comments
        and all(count == 1 for count in placed.values())
        and set(placed) <= set(read)
        and set().union(*sides) == names
        and sum(map(len, sides)) == len(names)
        and correspondence.words.closes
    )
    return Balance(
        files=len(files),
        understood=len(understood),
        problems=len(problems),
        comments_read=len(read),
        comments_in_rows=placed.total(),
        agreements=agreed_comments,
        words=correspondence.words,
        agencies=len(names),
        agencies_commented=len(sides[0]),
        agencies_agreed=len(sides[1]),
        agencies_silent=len(sides[2]),
        closes=closes,
    )
