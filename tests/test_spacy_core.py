"""spaCy without its command line, each time in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


def _printed(code: str) -> Any:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout.splitlines()[-1])


def test_spacy_is_loaded_with_the_first_text_and_without_its_command_line() -> None:
    before, after, figures = _printed(
        "import json, sys; from drafter.language.pipeline import read; before = 'spacy' in sys.modules; "
        "doc = read('đạt tối thiểu 95% vào năm 2030'); "
        "asked = ('spacy', 'spacy.cli', 'spacy.cli.info', 'weasel'); "
        "loaded = [name for name in asked if name in sys.modules]; "
        "print(json.dumps([before, loaded, len(doc.user_data['figures'])]))"
    )
    assert (before, after, figures) == (False, ["spacy"], 1)


@pytest.mark.slow
def test_the_command_line_of_spacy_is_there_for_who_asks_for_it() -> None:
    version, told, downloads = _printed(
        "import json; import drafter.language.spacy_core, spacy; "
        "told = spacy.info(silent=True)['spacy_version']; import spacy.cli; "
        "print(json.dumps([spacy.__version__, told, callable(spacy.cli.download)]))"
    )
    assert told == version
    assert downloads


@pytest.mark.slow
def test_a_spacy_that_somebody_has_loaded_already_is_left_as_it_is() -> None:
    assert _printed(
        "import json, sys; import spacy; info, cli = spacy.info, sys.modules['spacy.cli']; "
        "import drafter.language.spacy_core; "
        "print(json.dumps(spacy.info is info and sys.modules['spacy.cli'] is cli))"
    )
