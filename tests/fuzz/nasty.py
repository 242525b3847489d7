"""Words and values that readers tend to stumble over."""

# ruff: noqa: E501

from __future__ import annotations

import random

WORDS = (
    "", " ", "\u00a0", "\u200b", "\ufeff", "²", "①", "⒈", "٣", "１", "½", "Ⅳ", "𝟙", "i", "ii", "I.", "(i)", "a)", "-", "+",
    "1.1.1.1.1.1", "9" * 40, "9" * 5000, "-1", "1e400", "NaN", "Infinity", "0x1", "2147483648", "true", "\u202eabc",
    "Điều", "Điều 1.", "Điều ²", "Điều 1 - Điều 999999999", "khoản 1, 2, 3 và 4 Điều 5", "điểm a khoản ① Điều ³",
    "Phần thứ nhất", "CHƯƠNG I", "PHỤ LỤC", "Mục 1", "Đề nghị sửa “a” thành “b”", "“", "”", '"', "“" * 200, "(" * 500,
    "đạt 7,5%/năm", "95.000.000.000.000.000 đồng", "ngày 30 tháng 02 năm 2021", "31/02/2021", "99/99/9999", "năm 2025",
    "=1+1", "@SUM(A1)", "<b>", "&amp;", "|", "\\", "a" * 3000, "ạ" * 3000, "a ̣" * 500, "\U0001f600", "\ud7ff",
    "1. 2. 3. 4. " * 200, "10% " * 400, "http://" + "a" * 500, "Kính gửi:", "Nơi nhận:", "KT. CHỦ TỊCH",
)  # fmt: skip
VALUES = (
    "", "0", "-1", "1", "9", "99", "2147483647", "2147483648", "-2147483649", "9" * 30, "1e9", "²", "①", "abc", "NaN",
    "true", "false", "none", "decimal", "lowerLetter", "upperRoman", "bullet", "%1", "%1.%2.%9", "%10", "continue", "restart",
    "begin", "separate", "end", "heading 1", "Normal", "page", "../../etc/passwd", "http://localhost:9/a", "rId1", "rId999",
)  # fmt: skip


def word(rnd: random.Random) -> str:
    return rnd.choice(WORDS)


def value(rnd: random.Random) -> str:
    return rnd.choice(VALUES)
