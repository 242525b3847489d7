"""The quality report: `python -m tests.bench.quality` prints every metric on the gold sets.

Each module beside this one measures one room and has `report() -> dict[str, float | int | str]`.
"""
