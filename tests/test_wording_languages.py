"""Every command in both languages: what it says is in the one asked for, what it quotes as it was written."""

import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest
from rich.console import Console

from drafter.cli.common import Run
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Locators
from drafter.wording import messages
from tests.commands import part, run
from tests.languages import english_words, vietnamese, words

VI, EN = "\ue000", "\ue001"  # put before each sentence of a language
READING = (
    *("outline 3", "targets 3", "targets --ledger", "tasks 3", "lint 3", "diff 2 3", "comments", "link"),
    *("evidence", "evidence --silent"),
)
WRITING = (
    *("table -o OUT/t.md", "table -o OUT/t.html --provenance", "table -o OUT/t.csv --proof --layout text"),
    *("table -o OUT/t.docx --layout comment", "table -o OUT/t.xlsx", "table -o OUT/t.json"),
    *("diff 2 3 --html OUT/d.html", "diff 2 3 --docx OUT/d.docx", "merge 2 3 --docx OUT/m.docx"),
)
SOURCES = ("outline 2", "outline 3", "tasks 3", "targets 3", "comments", "evidence")
# Rules of lint are known by these names in drafter.toml.
RULES = re.compile(r"\b[a-z]+(?:-[a-z]+)+\b")
MARKUP = re.compile(r"(?s)<style>.*?</style>|<[^>]*>|drafter-content:\w+|\br?[0-9a-f]{12,}\b")
# Names that no file of the workspace holds.
NAMES = {"drafter", "TT", "Unicode", "Word", "br", "STT", "html", "csv", "docx", "json", "md", "xlsx"}


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sentence of the catalogue with a mark of its language before it; lines as wide as they need."""
    whole = messages.catalogue()
    shown: Mapping[str, Mapping[str, str]] = {
        key: {"vi": VI + said["vi"], "en": EN + said["en"]} for key, said in whole.items()
    }
    monkeypatch.setattr(messages, "catalogue", lambda: shown)
    monkeypatch.setattr(Run, "console", lambda _: Console(width=600, markup=False, emoji=False))


def packed(path: Path) -> Iterator[str]:
    """The texts of a file, or of the parts of a package."""
    if not zipfile.is_zipfile(path):
        yield path.read_text("utf-8")
        return
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            yield package.read(name).decode("utf-8", "replace")


def output(workspace: Path, lang: str, command: str, out: Path) -> str:
    """All that a command prints and writes."""
    for path in out.iterdir():
        path.unlink()
    result = run(workspace, "--lang", lang, *command.replace("OUT", str(out)).split())
    assert result.exit_code in (0, 1), result.output
    written = [text for path in sorted(out.iterdir()) for text in packed(path)]
    return "\n".join([result.output, *written]).replace(str(out), "")


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in ("message", "detail"):
                yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return part(tmp_path_factory.mktemp("part"))


@pytest.fixture(scope="module")
def quoted(workspace: Path) -> set[str]:
    """The words of the files of the workspace, and of locators, agencies and names of files."""
    read = [json.loads(run(workspace, *command.split(), "--json").stdout) for command in SOURCES]
    cited = set(lexicon(Locators).ordinals)
    return cited | {word.lower() for each in read for text in strings(each) for word in words(text)}


@pytest.mark.slow
@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("command", [*READING, *WRITING])
@pytest.mark.parametrize(("lang", "own", "other"), [("vi", VI, EN), ("en", EN, VI)])
def test_a_command_says_no_sentence_of_the_other_language(
    workspace: Path, tmp_path: Path, command: str, lang: str, own: str, other: str
) -> None:
    said = output(workspace, lang, command, tmp_path)
    assert other not in said
    assert own in said or command.endswith(".json") or "--docx" in command


@pytest.mark.slow
@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("command", [*READING, WRITING[0], WRITING[2], WRITING[6]])
def test_other_words_come_from_the_files(
    workspace: Path, tmp_path: Path, quoted: set[str], command: str
) -> None:
    en = output(workspace, "en", command, tmp_path)
    assert {word.lower() for word in vietnamese(en)} <= quoted
    vi = MARKUP.sub(" ", unescape(output(workspace, "vi", command, tmp_path)))
    ours = english_words(RULES.sub(" ", vi)) - NAMES
    assert {word.lower() for word in ours} <= quoted
