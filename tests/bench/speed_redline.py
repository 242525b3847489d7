"""A redline against its peers, whole commands in one run: `python -m tests.bench.speed_redline`.

The peers, Docxodus (.NET) and jubarte (Rust), are installed into an environment of their own; neither
is a dependency. Bars: half of Docxodus' median time on the public pairs; half of the CPU time and half
of the memory of the better peer on a draft of 12,000 words and on a law of 1,500 articles.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import NamedTuple

from tests.bench.long_drafts import law, real
from tests.redline_pairs import ROOT, public

PEERS = ["python-redlines[docxodus]", "jubarte-redlines"]
MOST = 0.5  # of a peer
_ENVIRONMENT = ROOT / ".cache" / "redline-peers"
_DOCXODUS = (
    "import sys; from pathlib import Path; from python_redlines import DocxodusEngine; "
    "old, new, out = map(Path, sys.argv[1:]); "
    "out.write_bytes(DocxodusEngine().run_redline('x', old.read_bytes(), new.read_bytes())[0])"
)
_JUBARTE = (
    "import sys; from pathlib import Path; from jubarte_redlines import compare_documents; "
    "old, new, out = map(Path, sys.argv[1:]); "
    "out.write_bytes(compare_documents(old.read_bytes(), new.read_bytes(), author='x'))"
)


class Cost(NamedTuple):
    """Wall seconds, CPU seconds, peak memory in MB of one whole process; the last two 0 on Windows."""

    wall: float
    cpu: float
    memory: float


def commands() -> dict[str, list[str]]:
    """Each engine's command, OLD NEW OUT to be added. Raises CalledProcessError where peers cannot be had."""
    folder = "Scripts" if os.name == "nt" else "bin"
    python = _ENVIRONMENT / folder / "python"
    if not _ENVIRONMENT.exists():
        venv.create(_ENVIRONMENT, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PEERS], check=True)
    ours = "import sys; from drafter.cli import main; a, b, c = sys.argv[1:]; sys.argv[1:] = "
    return {
        "drafter": [sys.executable, "-c", ours + "['-q', 'diff', a, b, '--docx', c, '--force']; main()"],
        "Docxodus": [str(python), "-c", _DOCXODUS],
        "jubarte": [str(python), "-c", _JUBARTE],
    }


def cost(command: list[str], old: Path, new: Path, out: Path) -> Cost:
    """What one run costs. Raises RuntimeError where it fails."""
    start = time.perf_counter()
    # Compiled modules are kept as in any installation; some environments forbid it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    whole = [*command, str(old), str(new), str(out)]
    process = subprocess.Popen(whole, stderr=subprocess.DEVNULL, env=environment)
    if sys.platform == "win32":
        status, cpu, memory = process.wait(), 0.0, 0.0
    else:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        scale = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, kilobytes elsewhere
        cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / scale
    if status != 0:
        raise RuntimeError(f"{command[0]} failed on {old.name}, {new.name}")
    return Cost(time.perf_counter() - start, cpu, memory)


def best(command: list[str], old: Path, new: Path, out: Path, times: int = 3) -> Cost:
    """The least of several runs, each figure by itself."""
    runs = [cost(command, old, new, out) for _ in range(times)]
    return Cost(*(min(figures) for figures in zip(*runs, strict=True)))


def main() -> None:
    engines = commands()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out = folder / "out.docx"
        walls: dict[str, list[float]] = {engine: [] for engine in engines}
        for pair in public():
            for engine, command in engines.items():
                walls[engine].append(cost(command, pair.old, pair.new, out).wall)
        medians = {engine: statistics.median(times) for engine, times in walls.items()}
        print(f"{len(public())} public pairs, median of the whole command:")
        for engine, median in medians.items():
            print(f"  {engine:9} {median:6.2f} s  drafter / {engine}: {medians['drafter'] / median:.2f}")
        _say("the pairs, time", medians["drafter"] / medians["Docxodus"])
        for title, (old, new) in {"12,000 words": real(folder), "1,500 articles": law(folder)}.items():
            found = {engine: best(command, old, new, out) for engine, command in engines.items()}
            print(f"{title}, least of three runs:")
            for engine, one in found.items():
                print(f"  {engine:9} {one.cpu:6.2f} s CPU  {one.wall:6.2f} s  {one.memory:6.0f} MB")
            for figure in ("cpu", "memory"):
                peers = [getattr(one, figure) for engine, one in found.items() if engine != "drafter"]
                _say(f"{title}, {figure}", getattr(found["drafter"], figure) / max(min(peers), 1e-9))


def _say(what: str, ratio: float) -> None:
    print(f"  {what}: {ratio:.2f} of the better peer, at most {MOST}: {'yes' if ratio <= MOST else 'NO'}")


if __name__ == "__main__":
    main()
