"""How dense the code is: `python -m tests.bench.complexity`, `--against DIR` for another tree beside it.

Cyclomatic complexity by radon, of functions, methods and classes; lines of modules; names that two classes
bear. A figure to look at, no gate: a table of cases read top to bottom may be the honest form.
"""

from __future__ import annotations

import argparse
import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from radon.complexity import cc_visit

ROOT = Path(__file__).parents[2]
MOST_LINES = 300  # of a module
DENSEST = 20  # blocks that are named


@dataclass(frozen=True, slots=True)
class Block:
    """A function, method or class, and how many paths lead through it (of a class: on average)."""

    module: str
    name: str
    complexity: int


@dataclass(frozen=True, slots=True)
class Tree:
    """What was counted in the package `drafter` of one checkout."""

    blocks: tuple[Block, ...]
    lines: Mapping[str, int]
    classes: Mapping[str, tuple[str, ...]]  # name → the modules that define it

    @property
    def mean(self) -> float:
        return sum(block.complexity for block in self.blocks) / len(self.blocks)

    @property
    def densest(self) -> list[Block]:
        return sorted(self.blocks, key=lambda block: (-block.complexity, block.module, block.name))[:DENSEST]

    @property
    def long_modules(self) -> dict[str, int]:
        return {module: lines for module, lines in self.lines.items() if lines > MOST_LINES}

    @property
    def shared_names(self) -> dict[str, tuple[str, ...]]:
        """Names of classes that two modules define."""
        return {name: modules for name, modules in sorted(self.classes.items()) if len(modules) > 1}

    def over(self, complexity: int) -> int:
        """How many blocks are more complex than that."""
        return sum(block.complexity > complexity for block in self.blocks)


def count(root: Path = ROOT, *, dense: bool = True) -> Tree:
    """Reads every module of `root`/drafter; without its blocks where nobody asks how `dense` they are."""
    blocks: list[Block] = []
    lines: dict[str, int] = {}
    classes: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted((root / "drafter").rglob("*.py")):
        module, code = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        lines[module] = len(code.splitlines())
        if dense:
            blocks += [Block(module, found.fullname, found.complexity) for found in cc_visit(code)]
        for name in _classes(ast.parse(code)):
            classes[name].append(module)
    return Tree(tuple(blocks), lines, {name: tuple(modules) for name, modules in classes.items()})


def _classes(module: ast.Module) -> Iterator[str]:
    return (node.name for node in ast.walk(module) if isinstance(node, ast.ClassDef))


def report(trees: Iterable[Tree]) -> Iterator[str]:
    """One line a figure, the trees side by side."""
    found = list(trees)
    figures = (
        ("modules", [str(len(tree.lines)) for tree in found]),
        (f"modules over {MOST_LINES} lines", [str(len(tree.long_modules)) for tree in found]),
        ("blocks", [str(len(tree.blocks)) for tree in found]),
        ("mean complexity", [f"{tree.mean:.2f}" for tree in found]),
        ("blocks over 10", [str(tree.over(10)) for tree in found]),
        ("blocks over 15", [str(tree.over(15)) for tree in found]),
        ("names of two classes or more", [str(len(tree.shared_names)) for tree in found]),
        ("classes that share a name", [str(sum(map(len, tree.shared_names.values()))) for tree in found]),
    )
    for label, values in figures:
        yield f"{label:30}" + "".join(f"{value:>10}" for value in values)


def details(tree: Tree) -> Iterator[str]:
    """The densest blocks, long modules and shared names of one tree."""
    yield f"\nThe {DENSEST} densest blocks"
    yield from (f"{block.complexity:6}  {block.module}: {block.name}" for block in tree.densest)
    yield f"\nModules over {MOST_LINES} lines"
    yield from (f"{lines:6}  {module}" for module, lines in tree.long_modules.items())
    yield "\nClass names with two meanings"
    yield from (f"  {name}: {', '.join(modules)}" for name, modules in tree.shared_names.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", type=Path, metavar="DIR", help="another checkout, shown first")
    other: Path | None = parser.parse_args().against
    tree = count()
    trees = [tree] if other is None else [count(other), tree]
    if other is not None:
        print(f"{'':30}{'DIR':>10}{'here':>10}")
    for line in (*report(trees), *details(tree)):
        print(line)


if __name__ == "__main__":
    main()
