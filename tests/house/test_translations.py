"""Nothing the program says to a reader lacks words in a language it ships.

The types see to it that whatever people are shown is a sentence; here each sentence, and each
key that sentences and pages write, is looked for in every shipped language.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from quality.catalogues import DOMAINS, of_the_program

from tests.cli.reports import write_reports
from traktat.export import labels
from traktat.export.words import words_in
from traktat.fusion.disagreements import STATED_BY
from traktat.lang import packs
from traktat.law.events import Event
from traktat.law.openings import OPENINGS
from traktat.law.rules import RULES
from traktat.model import kinds
from traktat.model.judgements import Verdict
from traktat.pipeline import read
from traktat.sentences import places_in

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "src" / "traktat"
FOREIGN = [code for code in labels.languages() if code != labels.SOURCE]

PLAIN = {
    "cli/reviewing.py",  # told in a terminal, which speaks English
    "desk/command.py",
    "desk/serving.py",
    "errors.py",  # of packs, tables and exports, which only the command line names
    "fusion/disputes.py",  # values may be words of reports, dates and keys
    "lang/sentences.py",  # those of a text
    "pipeline/evaluation/evaluating.py",
    "pipeline/evaluation/gold.py",
    "sentences.py",
    "store/codec.py",  # words of an older store
    "store/rows.py",
}
"""Where words may become a sentence that no catalogue has."""

CLOSED = {
    "act": kinds.ActKind,
    "deed": kinds.ActKind,
    "status": kinds.Status,
    "standing": kinds.AgreementStatus,
    "party": kinds.PartyStatus,
    "chamber": kinds.Chamber,
    "provision": kinds.ProvisionKind,
    "force": kinds.Force,
    "form": kinds.Form,
    "stance": kinds.Stance,
    "manner": kinds.Manner,
    "class": kinds.DisagreementClass,
    "basis": kinds.Basis,
    "event": Event,
    "verdict": Verdict,
}
"""The group of labels for each closed vocabulary."""


@cache
def all_calls() -> dict[str, list[tuple[str, ast.Call]]]:
    """Give the calls in the program, with their modules, by the name of what is called."""
    found = defaultdict(list)
    for path in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                place = path.relative_to(PROGRAM).as_posix()
                found[_name(node.func)].append((place, node))
    return dict(found)


def calls(name: str) -> list[tuple[str, ast.Call]]:
    return all_calls().get(name, [])


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def strings(*nodes: ast.AST) -> Iterator[str]:
    for node in nodes:
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def test_every_sentence_is_written_out_where_it_is_said() -> None:
    wrong = [
        f"{place}:{call.lineno}"
        for place, call in calls("sentence")
        if place not in ("sentences.py", "store/codec.py")
        and not (isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]
    assert not wrong, "a catalogue is made from the source: write the template there"


def test_every_part_of_a_sentence_is_given() -> None:
    for place, call in calls("sentence"):
        named = {word.arg for word in call.keywords}
        if isinstance(call.args[0], ast.Constant) and None not in named:
            places = {one.name for one in places_in(call.args[0].value)}
            assert places == named, f"{place}:{call.lineno}"


def test_nobody_passes_words_off_as_a_sentence() -> None:
    found = {place for name in ("Sentence", "as_sentence") for place, _ in calls(name)}
    assert found <= PLAIN


@pytest.mark.parametrize("code", FOREIGN)
def test_every_sentence_of_the_program_has_words(code: str) -> None:
    catalogue = words_in(code).catalogue
    said = [one for one in of_the_program() if isinstance(one, str)]
    assert len(said) > 400
    missing = [one for one in said if _has_words(one) and catalogue.gettext(one) == one]
    assert set(missing) <= SAME, "translate them in src/traktat/export/locale"


SAME = {
    "Write --correct date=2024-06-19.",
    "`changes`: {problem}",
    "{sort:copied} of {of}, {basis:basis}, {confidence:score}",
}
"""Sentences that may read the same in another language."""


def _has_words(template: str) -> bool:
    for place in places_in(template):
        template = template.replace(f"{{{place.name}{':' if place.kind else ''}{place.kind}}}", "")
    return any(map(str.isalpha, template))


@pytest.mark.parametrize("domain", DOMAINS, ids=lambda one: one.name)
def test_every_language_of_the_desk_has_every_catalogue(domain: Any) -> None:
    assert [path.parent.parent.name for path in domain.files] == sorted(labels.languages())


@pytest.mark.parametrize("code", FOREIGN)
@pytest.mark.parametrize("group", sorted(CLOSED))
def test_every_closed_word_has_a_label(group: str, code: str) -> None:
    table = labels_of(code).get(group, {})
    assert {member.value for member in CLOSED[group]} <= set(table)


def labels_of(code: str) -> dict[str, dict[str, str]]:
    pack = next(pack for pack in packs() if pack.code == code)
    return {group: dict(table) for group, table in pack.entries["labels"].items()}


@pytest.mark.parametrize("code", FOREIGN)
def test_every_doubt_has_a_name(code: str) -> None:
    codes = {call.args[0].value for _, call in calls("Issue") if call.args and _said(call.args[0])}
    for _, call in calls("RecordIssue"):
        codes |= {
            word.value.value for word in call.keywords if word.arg == "code" and _said(word.value)
        }
    assert len(codes) > 12
    assert codes <= set(labels_of(code)["issue"])


def _said(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant)


@pytest.mark.parametrize("code", FOREIGN)
def test_every_rule_of_disagreements_has_a_name(code: str) -> None:
    assert set(STATED_BY) <= set(labels_of(code)["dispute"])


@pytest.mark.parametrize("code", FOREIGN)
def test_every_rule_of_law_is_told_in_words(code: str) -> None:
    words = words_in(code)
    for rule in (*RULES, *OPENINGS):
        assert words.told(rule.sentence) != rule.sentence


@pytest.mark.parametrize("code", FOREIGN)
def test_every_kind_of_part_is_written_by_the_locale_or_has_labels(code: str) -> None:
    words, table = words_in(code), labels_of(code)
    for said in of_the_program():
        for place in places_in(said) if isinstance(said, str) else ():
            assert place.kind in words.writers or place.kind in table, said


def rules_of_the_reading(folder: Path) -> set[str]:
    """Give every part of a rule's name that the source writes, a pack names, or a reading has."""
    found: set[str] = set()
    for function, place in (("Step", 0), ("noting", 0), ("Phase", 1), ("Saying", 4)):
        for _, call in calls(function):
            for part in strings(*call.args[place : place + 1]):
                found |= {piece for piece in part.split(": ") if piece.strip() == piece != ""}
    write_reports(folder)
    for reading in read([folder, ROOT / "examples" / "reports"]):
        for finding in reading.findings:
            found |= {part for step in finding.because for part in step.rule.split(": ")}
    for pack in packs():
        found |= {str(entry["reads"]) for entry in pack.entries["dates"].values() if _reads(entry)}
    return found


def _reads(entry: Any) -> bool:
    return isinstance(entry, dict) and "reads" in entry


@pytest.mark.parametrize("code", FOREIGN)
def test_every_rule_of_the_reading_has_a_name(code: str, tmp_path: Path) -> None:
    found = rules_of_the_reading(tmp_path)
    assert len(found) > 100
    assert found <= set(labels_of(code)["rule"]), "name them in [rule] of labels.toml"


@pytest.mark.parametrize("code", FOREIGN)
def test_every_proposition_of_a_pack_is_worded(code: str) -> None:
    values = {
        str(entry["value"])
        for pack in packs()
        for entry in pack.entries["topics"].values()
        if entry.get("group") in ("claim", "observed") and entry.get("value")
    }
    assert values <= set(labels_of(code)["topic"])


@pytest.mark.parametrize("code", FOREIGN)
def test_every_key_of_a_clause_is_worded(code: str) -> None:
    keys = {
        str(entry["value"])
        for pack in packs()
        for entry in pack.entries["clauses"].values()
        if entry.get("group") in ("trigger", "qualifier", "timing") and entry.get("value")
    }
    keys |= {str(entry["form"]) for pack in packs() for entry in forms(pack)}
    missing = [key for key in sorted(keys) if labels.key(key, code) == labels.key(key, "en")]
    assert set(missing) <= ALIKE


ALIKE = {"memorandum"}
"""Keys that are the same word in another language."""


def forms(pack: Any) -> Iterator[dict[str, Any]]:
    yield from (entry for entry in pack.entries["agreements"].values() if "form" in entry)


@pytest.mark.parametrize("code", FOREIGN)
def test_every_sort_of_furniture_is_worded(code: str) -> None:
    found = {
        str(entry["label"])
        for pack in packs()
        for entry in pack.entries["press"].values()
        if isinstance(entry, dict) and "label" in entry
    }
    assert found <= set(labels_of(code)["furniture"])
