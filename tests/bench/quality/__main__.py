"""Print the metrics of every room, or of those named: `python -m tests.bench.quality targets`."""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules


def main(rooms: list[str]) -> None:
    names = sorted(m.name for m in iter_modules([str(Path(__file__).parent)]) if not m.name.startswith("_"))
    for name in rooms or names:
        print(f"[{name}]")
        for metric, value in import_module(f"{__package__}.{name}").report().items():
            print(f"{metric:<58} {value:.4f}" if isinstance(value, float) else f"{metric:<58} {value}")
        print()


if __name__ == "__main__":
    main(sys.argv[1:])
