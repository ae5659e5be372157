"""The words of every text, one file each: `wording_files/<language>/<name>.txt`.

A file holds one text with `{fact}` where a fact goes; `{place:.24}` cuts a long
one, so that the whole still fits one segment. English is used where a language
has no file of that name. `labels.csv` beside the files says how a kind of help
reads inside a sentence, and hides what a text should not tell ("home ready from
hospital" is nobody else's to know).
"""

import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from timebank.messaging import fitting

_FILES = Path(__file__).with_name("wording_files")
_FALLBACK = "en"
# A kind of help may begin a sentence; then it has a capital.
_BEGINS = ("", ". ", "? ", "! ")


def render(name: str, facts: Mapping[str, object], language: str = _FALLBACK) -> str:
    """The text of that name with its facts put in. A missing file or fact is a bug of ours: KeyError.

    Facts that the text does not use are left out.
    """
    said: list[str] = []
    for words, placeholder, spec, _ in string.Formatter().parse(_read(name, language)):
        said.append(words)
        if placeholder is not None:
            fact = fitting.fact(facts[placeholder])
            if placeholder == "what":
                fact = fitting.fact(in_a_sentence(fact, language))
            cut = format(fact, spec or "")
            said.append(_capital(cut) if placeholder == "what" and _begins("".join(said)) else cut)
    return "".join(said)


def in_a_sentence(label: str, language: str = _FALLBACK) -> str:
    """A kind of help as it reads inside a sentence: "A lift" is "a lift", and long labels have short ones."""
    known = _labels(language).get(label)
    return known or label[:1].lower() + label[1:]


def placeholders(name: str, language: str = _FALLBACK) -> set[str]:
    """The facts that a text asks for."""
    return {found for _, found, _, _ in string.Formatter().parse(_read(name, language)) if found}


def names(language: str = _FALLBACK) -> list[str]:
    """Every wording there is in a language, sorted."""
    return sorted(path.stem for path in (_FILES / language).glob("*.txt"))


def _begins(before: str) -> bool:
    return any(before.endswith(mark) if mark else not before for mark in _BEGINS)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@cache
def _read(name: str, language: str) -> str:
    for folder in (language, _FALLBACK):
        path = _FILES / folder / f"{name}.txt"
        if path.is_file():
            return path.read_text(encoding="utf-8").strip()
    raise KeyError(f"no wording named {name}")


@cache
def _labels(language: str) -> Mapping[str, str]:
    for folder in (language, _FALLBACK):
        path = _FILES / folder / "labels.csv"
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            return dict(line.split(",", 1) for line in lines if "," in line)
    return {}
