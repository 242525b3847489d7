"""The catalogue of sentences: whole in both languages, each in its own, every one of them used."""

import ast
import re
import string
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from drafter.wording.messages import catalogue
from tests.languages import english_words, vietnamese

DRAFTER = Path(__file__).parents[1] / "drafter"
SOURCES = {path: path.read_text("utf-8") for path in DRAFTER.rglob("*") if path.suffix in (".py", ".jinja")}
DATA = {
    word
    for path in (DRAFTER / "language" / "data").glob("*.toml")
    for word in re.findall(r"[\w-]+", path.read_text("utf-8"))
}
CODE = "\n".join(SOURCES.values())
QUOTED = {found[2] for found in re.finditer(r"""(?<=(["']))(?=([^\s"']+)\1)""", CODE)}
FAMILIES = set(re.findall(r"""f["']([a-z][\w-]*)\.\{""", CODE))
# The beginnings of keys that code and templates complete: f"web.refused.{…}", "web.theme." ~ each.
STARTS = tuple(set(re.findall(r"""f["']([a-z][\w.-]*\.)\{|["']([a-z][\w.-]*\.)["']\s*~""", CODE)))
# Rooms that neither hold words of the domain nor look for them in texts.
ROOMS = ("cli", "workspace", "jobs", "writers", "opc", "record", "intake", "store", "errors", "settings.py")
# Letters that are mended, and words that a title of a draft is put into lower case by.
TEXT = {"Đ", "đ", " CỦA ", " của ", "Về"}
# Names of formats, programs, encodings and units; words that the user types.
NAMES = {
    *("Akoma", "Ntoso", "akn", "XML", "xml", "ISO", "IEC", "odt", "ods", "parquet", "Parquet"),
    *("Tesseract", "tesseract", "ocr", "vie", "UB", "Mannheim", "Vietnamese", "Windows", "Debian", "Ubuntu"),
    *("PDF", "OCR", "dpi", "Outlook", "winmail", "worker"),
    *("iso", "MB", "NC", "ge", "te", "ed", "OpenDocument", "RTF", "dictionary"),
    *("drafter", "drafts", "comments", "Comment", "Word", "Excel", "Track", "Changes", "README", "stdout"),
    *("docx", "xlsx", "html", "md", "csv", "json", "txt", "toml", "sarif", "HTML", "JSON", "TOML", "SHA"),
    *(
        "UTF",
        "TCVN",
        "VNI",
        "Unicode",
        "Schema",
        "schema",
        "byte",
        "MB",
        "mm",
        "pt",
        "STT",
        "TT",
        "TTr",
        "CV",
        "VT",
    ),
    *("clause", "comment", "text", "moves", "plain", "apart", "silent", "force", "letters", "templates"),
    *("show", "decide", "approve", "import", "form", "agencies", "remind", "reply", "check", "log", "V", "v"),
    *(
        "export",
        "decisions",
        "response",
        "remark",
        "snapshot",
        "snapshots",
        "restore",
        "view",
        "JSON",
        "Lines",
    ),
    *("store", "postgresql", "true", "false"),
    *("DRAFTER", "USER", "PostgreSQL", "install", "postgres", "pip", "DATE", "YYYY", "MM", "DD", "N", "ID"),
    *(
        "Ctrl",
        "C",
        "user",
        "users",
        "host",
        "port",
        "address",
        "certificate",
        "key",
        "TLS",
        "HTTPS",
        "https",
        "tab",
    ),
    *("gopy", "tinh", "example", "MCP", "mcp"),
    *("gopy", "tinh", "example"),
    *("PDF", "CSV", "LibreOffice", "web", "zip", "doctor"),
    *(
        "Calc",
        "New",
        "Poppler",
        "Python",
        "Roman",
        "TesseractOCR",
        "TheDocumentFoundation",
        "Times",
        "Writer",
        "apt",
        "calc",
        "fonts",
        "liberation",
        "libreoffice",
        "linux",
        "macro",
        "org",
        "oschwartz",
        "pdfinfo",
        "pdftoppm",
        "poppler",
        "psycopg",
        "python",
        "rtf",
        "unshare",
        "util",
        "utils",
        "winget",
        "writer",
        "xls",
        "xlsb",
        "Zip",
        "sudo",
        "eml",
        "scope",
        "guide",
        "read",
        "only",
        "serve",
        "interactive",
        "Additional",
        "language",
        "data",
    ),  # what is installed, and how
    *("x", "dask", "Dask", "jsonl", "local", "processes", "engine", "scheduler", "tls", "scale", "fault"),
    *("accept", "partly", "explain", "note", "pending", "assign", "undo", "all", "like"),
}
OF_CLICK = {"OPTIONS", "COMMAND", "ARGS", "TEXT"}  # placeholders in the usage that click prints


def named(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_a_file_cut_at_its_headings_says_what_it_says_as_a_whole() -> None:
    whole: dict[str, dict[str, str]] = {}
    for path in (DRAFTER / "wording" / "data").glob("*.toml"):
        whole |= tomllib.loads(path.read_text("utf-8"))
    assert dict(catalogue()) == whole


def test_a_sentence_is_there_in_both_languages_with_the_same_facts() -> None:
    for key, sentence in catalogue().items():
        assert set(sentence) == {"vi", "en"} and all(sentence.values()), key
        assert named(sentence["vi"]) == named(sentence["en"]), key


def test_a_sentence_is_in_its_own_language() -> None:
    for key, sentence in catalogue().items():
        vi, en = (re.sub(r"\{[^}]*\}", " ", sentence[lang]) for lang in ("vi", "en"))
        assert not vietnamese(re.sub("“[^”]*”", "", en)), key
        assert english_words(vi) <= NAMES, key


def is_written(part: str) -> bool:
    """Whether code or a data file names this code: in quotes, as the name of a table, as a placeholder."""
    placeholder = part.isupper() and (part.lower() in QUOTED or re.search(rf"\b{part}\b", CODE))
    return part.isdigit() or part in QUOTED or part in DATA or bool(placeholder) or part in OF_CLICK


def test_every_sentence_is_used() -> None:
    for key in catalogue():
        family, _, rest = key.partition(".")
        completed = any(
            key.startswith(start) and all(map(is_written, key.removeprefix(start).split(".")))
            for pair in STARTS
            for start in pair
            if start
        )
        assert key in QUOTED or completed or (family in FAMILIES and all(map(is_written, rest.split(".")))), (
            key
        )


def test_every_sentence_that_is_said_is_there() -> None:
    said = set(re.findall(r"""\bsay\(\s*["']([^"'{]+)["']""", CODE))
    begun = {key for key in said if key.endswith(".")}  # which a template completes
    assert said and said - begun <= catalogue().keys()
    assert all(any(key.startswith(start) for key in catalogue()) for start in begun)


def texts(source: str) -> Iterator[str]:
    """String literals of a module that are no docstrings."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    bodies = [node.body[0] for node in ast.walk(tree) if isinstance(node, documented) and node.body]
    docs = {id(first.value) for first in bodies if isinstance(first, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_no_other_room_holds_words_in_vietnamese() -> None:
    found = {
        (path.name, text)
        for path, source in SOURCES.items()
        if path.relative_to(DRAFTER).parts[0] in ROOMS and path.suffix == ".py"
        for text in texts(source)
        if vietnamese(text) and text not in TEXT
    }
    assert not found


def test_templates_hold_no_words_of_their_own() -> None:
    for path, source in SOURCES.items():
        if path.suffix == ".jinja" and "html" in path.name:
            frame = r"(?s)<style>.*?</style>|<kbd>.*?</kbd>|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>"
            body = re.sub(frame, " ", source)
            words = re.findall(r"\b[^\W\d_]{2,}", unicodedata.normalize("NFC", body))
            assert set(words) <= {"drafter"}, path.name
