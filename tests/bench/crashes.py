"""Nothing acknowledged is lost, whenever a process is killed: `python -m tests.bench.crashes --kills 1000`.

`--seed` begins with other moments. An error names work and seed; the folder is then left to be looked at.
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from tests.crashing import WORKS, acknowledged
from tests.crashing_commands import COMMANDS
from tests.kills import killed

_TOGETHER = 25  # kills that one database has to bear


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    works = {**WORKS, "commands": COMMANDS}
    each, start = -(-options.kills // len(works)), time.monotonic()
    for name, work in works.items():
        kept = idle = 0
        for at, seed in enumerate(range(options.seed, options.seed + each)):
            if at % _TOGETHER == 0:
                folder = Path(tempfile.mkdtemp(prefix=f"drafter-crashes-{name}-"))
            try:
                told = acknowledged(killed(work, folder, seed))
            except AssertionError as error:
                error.add_note(f"{name}, seed {seed}, {folder}")
                raise
            kept, idle = kept + told, idle + (told == 0)
            if at % _TOGETHER == _TOGETHER - 1 or at == each - 1:
                shutil.rmtree(folder)
        print(f"{name:<11} {each:5} kills  {kept:6} acknowledged, none lost  ({idle} before the first)")
    print(f"{time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
