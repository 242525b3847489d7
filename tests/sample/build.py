"""Build the sample workspace from its sources: `python -m tests.sample.build`.

Mẫu minh họa – không phải văn bản thật.
"""

from functools import cache
from pathlib import Path

from . import copies, drafts, letters

ROOT = Path(__file__).parents[2]


@cache
def built() -> dict[str, bytes]:
    """Every file of the sample workspace by its path in the repository."""
    made = {f"drafts/{file}": drafts.build(name) for name, file in drafts.FILES.items()}
    made.update(
        (f"comments/{name}", data) for name, data in (letters.build_all() | copies.build_all()).items()
    )
    return made


def main() -> None:
    for name, data in built().items():
        path = ROOT / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        print(name)


if __name__ == "__main__":
    main()
