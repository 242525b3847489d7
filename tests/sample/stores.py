"""A store with all that one can hold, kept for every released schema: `python -m tests.sample.stores` adds
today's to tests/data/store. One that is there is never made again: it is what that drafter wrote.

Mẫu minh họa – không phải văn bản thật.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from drafter.model import (
    UNDECIDED,
    Ask,
    Author,
    Decision,
    Deed,
    Disposition,
    Op,
    ReasonCode,
    Registered,
    Save,
    Snapshot,
    SnapshotKind,
    Stand,
    Via,
)
from drafter.store import Store
from drafter.store.opening import HEAD

FOLDER = Path(__file__).parents[1] / "data" / "store"
_AT = "2021-03-{:02}T08:00:00+07:00"
COMMENTS = tuple(
    Registered(
        0, sha256(text.encode()).hexdigest()[:40], agency, text, number, f"{agency}.docx", _AT.format(1)
    )
    for agency, text, number in (
        ("Sở Tư pháp", "Đề nghị bỏ cụm từ “các cấp”.", 2),
        ("Sở Xây dựng", "Đề nghị nâng chỉ tiêu lên 95%.", 2),
        ("UBND huyện Bình Sơn", "Cơ bản thống nhất.", None),
        ("Sở Nội vụ", "Đề nghị làm rõ “cơ quan chủ trì”.", 3),
    )
)  # fmt: skip
_KEYS = [each.key for each in COMMENTS]
_OFFICE = Author("Văn phòng", _AT.format(2), Via.COMMAND, 2)
_ACCEPTED = Decision(
    Disposition.ACCEPTED, response="Tiếp thu, sửa tại dự thảo lần 3.", where="điểm a khoản 2 mục III",
    clauses=("III.2.a",), asks=(Ask(Op.DELETE, "các cấp", ""),), assignee="Phòng Tổng hợp",
    due=date(2021, 3, 5), remark="nội bộ", stand=Stand.SATISFIED,
    deed=Deed("drafts/3.docx", 3, ("III.2.a",), (), ("các cấp",)), draft=3, decided_by="Văn phòng",
    decided_at=_AT.format(2),
)  # fmt: skip
_EXPLAINED = Decision(
    Disposition.EXPLAINED, ReasonCode.SUPERIOR_TARGET, "Giữ chỉ tiêu Trung ương giao.", decided_by="Văn phòng"
)
# each act: who, what it makes of which comments, which act it takes back
_ACTS = (
    (_OFFICE, {0: _ACCEPTED, 1: _EXPLAINED}, None),
    (Author("Lãnh đạo", _AT.format(3), Via.PAGE, 3), {0: replace(_ACCEPTED, approved_by="Lãnh đạo")}, None),
    (Author("Sở Tư pháp", _AT.format(4), Via.TABLE, 3), {3: Decision(Disposition.NOTED)}, None),
    (replace(_OFFICE, at=_AT.format(5), via=Via.RECORDS, draft=None), {3: UNDECIDED}, 3),
)
SENT = Snapshot(
    0, SnapshotKind.TABLE, replace(_OFFICE, at=_AT.format(6)), "bảng.docx", sha256(b"PK\0").hexdigest(),
    (("drafts/3.docx", "0" * 64),), ((_KEYS[0], 2),), (("r1", (_KEYS[0],)),), "", b"PK\0",
)  # fmt: skip


def _lines() -> list[tuple[int, str, Decision, Author, int | None]]:
    versions = dict.fromkeys(_KEYS, 0)
    made = []
    for act, (author, decisions, undoes) in enumerate(_ACTS, 1):
        for at, decision in decisions.items():
            versions[_KEYS[at]] += 1
            made.append((act, _KEYS[at], replace(decision, version=versions[_KEYS[at]]), author, undoes))
    return made


LINES = _lines()  # its history: act, comment key, decision after it, who, the act taken back


def filled(place: str | Path) -> Store:
    """A new store at `place` with all of it."""
    store = Store(place)
    store.register(COMMENTS)
    for act, (author, _, undoes) in enumerate(_ACTS, 1):
        saves = [
            Save(key, replace(after, version=after.version - 1)) for at, key, after, *_ in LINES if at == act
        ]
        assert store.save(saves, author, undoes=undoes) == act
    store.keep(SENT)
    return store


def main() -> None:
    path = FOLDER / f"{HEAD}.db"
    if path.exists():
        print(f"{path.name} is there already")
        return
    FOLDER.mkdir(exist_ok=True)
    filled(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    connection.execute("VACUUM")
    connection.close()
    print(path.name)


if __name__ == "__main__":
    main()
