"""Packs held to their own sentences: what each entry must read, and must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traktat.facts import phrases
from traktat.lang import Pack, Packs, packs
from traktat.lang.schema import FILES
from traktat.model.documents import Document
from traktat.model.findings import (
    ActFinding,
    AgreementFinding,
    ClaimFinding,
    DateFinding,
    EventFinding,
    ProvisionFinding,
    Reading,
    StatementFinding,
    TimeFinding,
)
from traktat.model.kinds import MANY
from traktat.press import prepare
from traktat.reading import read_report

FICTIONAL = (
    ("Valdoria", "states", "XVA", True),
    ("Norland", "states", "XNO", True),
    ("Sarvia", "states", "XSA", True),
    ("Aruna", "states", "XAR", True),
    ("Veland", "states", "XVE", True),
)
"""States that packs may use in their sentences, so that no sentence says untrue things of a
real one. Their codes are of the range that ISO 3166-1 leaves to its users."""

YES_AT_LEAST, NO_AT_LEAST = 2, 1
STAGED = ("clauses", "provisions")

Case = Mapping[str, Any]
Table = Mapping[str, Any]
Check = Callable[[Reading, Case, Table], bool]


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence that is not read as its entry says, or an entry that lacks something."""

    pack: str
    file: str
    entry: str
    message: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PackCheck:
    """What a pack's check found: faults, how many sentences were read, kinds without words."""

    pack: str
    sentences: int
    faults: tuple[Fault, ...]
    uncovered: tuple[str, ...]


def check_pack(code: str, directories: tuple[str, ...] = ()) -> PackCheck:
    """Read every sentence of a pack with the real reader and tell what it got wrong."""
    known = packs(directories=map(Path, directories), names=[*phrases(), *FICTIONAL])
    pack = known.get(code)
    faults = list(_shapes(pack))
    count = 0
    for file, key, wanted, case in sentences(pack):
        count += 1
        faults += _fault(known, pack, file, key, wanted, case)
    return PackCheck(code, count, tuple(faults), tuple(_uncovered(pack)))


def sentences(pack: Pack) -> Iterator[tuple[str, str, bool, Case]]:
    """Give the sentences of a pack: file, entry, whether it must be read, and the case."""
    for file, table in pack.entries.items():
        if file in CHECKS:
            for key, entry in table.items():
                for case in entry.get("yes", ()):
                    yield file, key, True, case
                for case in entry.get("no", ()):
                    yield file, key, False, case


def _shapes(pack: Pack) -> Iterator[Fault]:
    for file, table in pack.entries.items():
        if not FILES[file].sentences:
            continue
        for key, entry in table.items():
            yes, no = len(entry.get("yes", ())), len(entry.get("no", ()))
            if yes < YES_AT_LEAST or no < NO_AT_LEAST:
                yield Fault(
                    pack.code, file, key, f"{yes} yes and {no} no sentences; 2 and 1 are asked for"
                )
            if not entry.get("gloss"):
                yield Fault(pack.code, file, key, "no gloss")


def _uncovered(pack: Pack) -> Iterator[str]:
    """List the kinds a pack has no entry for, where the file has a closed set of them."""
    for file, schema in FILES.items():
        for key in sorted(schema.keys - set(pack.entries.get(file, {}))):
            yield f"{file}#{key}"


def _fault(
    known: Packs, pack: Pack, file: str, key: str, wanted: bool, case: Case
) -> Iterator[Fault]:
    reading = _read(known, pack, file, case)
    if CHECKS[file](reading, {"key": key, **case}, pack.entry(file, key)) is not wanted:
        message = "must be read" if wanted else "must not be read"
        yield Fault(pack.code, file, key, message, str(case["text"]))


def _read(known: Packs, pack: Pack, file: str, case: Case) -> Reading:
    """Read a sentence; a rule of an agreement needs one to belong to, which the pack sets up."""
    text = str(case["text"])
    if file in STAGED:
        text = f"{pack.settings.get('stage', '')}\n{text}"
    document = Document(path="sentence", text=text, lang=pack.code, published=case.get("reference"))
    return read_report(prepare(document, known), pack)


def _acts(reading: Reading, case: Case, entry: Table) -> bool:
    """An act of the entry's kind, with the status the sentence asks for."""
    return any(
        isinstance(finding, ActFinding)
        and finding.act == case["key"]
        and case.get("status") in (None, finding.status)
        for finding in reading.findings
    )


def _provisions(reading: Reading, case: Case, entry: Table) -> bool:
    """A provision of the entry's kind."""
    return any(
        isinstance(finding, ProvisionFinding) and finding.provision == case["key"]
        for finding in reading.findings
    )


def _clauses(reading: Reading, case: Case, entry: Table) -> bool:
    """A provision with the term that the sentence names."""
    found = [finding for finding in reading.findings if isinstance(finding, ProvisionFinding)]
    return any(_has_term(finding, case) for finding in found)


def _has_term(finding: ProvisionFinding, case: Case) -> bool:
    wanted = {name: case[name] for name in _TERMS if name in case}
    return all(value in _TERMS[name](finding) for name, value in wanted.items())


_TERMS: Mapping[str, Callable[[ProvisionFinding], tuple[Any, ...]]] = {
    "force": lambda finding: (finding.force,),
    "trigger": lambda finding: (finding.trigger,),
    "qualifier": lambda finding: finding.qualifiers,
    "timing": lambda finding: (finding.timing,),
    "beneficiary": lambda finding: (finding.beneficiary,),
    "flag": lambda finding: finding.flags,
}


def _claims(reading: Reading, case: Case, entry: Table) -> bool:
    """A claim with the stance, claimant and manner that the sentence names."""
    return any(
        isinstance(finding, ClaimFinding)
        and finding.stance == case.get("stance", finding.stance)
        and case.get("by") in (None, finding.by, finding.state)
        and case.get("manner") in (None, finding.manner)
        for finding in reading.findings
    )


def _topics(reading: Reading, case: Case, entry: Table) -> bool:
    """A claim on the topic, or a field of cooperation that the entry names."""
    words = entry.get("words", ())
    for finding in reading.findings:
        if isinstance(finding, ProvisionFinding) and any(
            field in words for field in finding.fields
        ):
            return True
        if isinstance(finding, ClaimFinding) and _speaks_of(finding, entry):
            return True
    return False


def _speaks_of(finding: ClaimFinding, entry: Table) -> bool:
    if entry.get("group") in ("anaphor", "promised", "doer"):
        return any(word in finding.quote.lower() for word in entry.get("words", ()))
    if entry.get("group") == "claimant":
        return finding.state == MANY
    head, _, last = str(entry.get("value", "")).rpartition(" ")  # "in" leads nowhere sometimes
    return entry.get("group") in ("claim", "observed") and (head or last) in finding.topic


def _quantities(reading: Reading, case: Case, entry: Table) -> bool:
    """A claim that counts something, or the vote or condition that the sentence names."""
    if entry.get("group") == "share":
        return _clauses(reading, case, entry)
    if entry.get("group") == "vote":
        acts = (finding for finding in reading.findings if isinstance(finding, ActFinding))
        return any(finding.vote == case.get("vote") for finding in acts)
    return any(
        isinstance(finding, ClaimFinding) and finding.quantity for finding in reading.findings
    )


def _statements(reading: Reading, case: Case, entry: Table) -> bool:
    """A statement."""
    return any(isinstance(finding, StatementFinding) for finding in reading.findings)


def _press(reading: Reading, case: Case, entry: Table) -> bool:
    """Furniture that covers the line, or an origin of the name the sentence gives.

    An entry whose words only look like a credit (`at = "none"`) asks for no origin at all.
    """
    if entry.get("at") == "none":
        return not reading.report.origins
    if "origin" in case:
        return any(origin.name == case["origin"] for origin in reading.report.origins)
    return bool(reading.report.mask)


def _dates(reading: Reading, case: Case, entry: Table) -> bool:
    """A date or time of the value and sense the sentence gives."""
    wanted = (TimeFinding,) if "sense" in case else (DateFinding,)
    return any(
        isinstance(finding, wanted)
        and case.get("edtf") in (None, str(finding.when) if finding.when else None)
        and case.get("sense") in (None, getattr(finding, "sense", None))
        for finding in reading.findings
    )


REFUSED = ("lookalike", "law", "instruments", "third", "company")
"""Entries of agreements whose words mark what is none: their sentences hold no agreement."""


def _agreements(reading: Reading, case: Case, entry: Table) -> bool:
    """An agreement of two sides or more; for look-alikes, that there is none."""
    found = any(isinstance(finding, AgreementFinding) for finding in reading.findings)
    return not found if case["key"] in REFUSED else found


def _events(reading: Reading, case: Case, entry: Table) -> bool:
    """An event of the entry's key and light; for look-alikes, that there is none."""
    found = [finding for finding in reading.findings if isinstance(finding, EventFinding)]
    if entry.get("sort") == "other":
        return not found
    if entry.get("sort") == "amid":
        return any(isinstance(f, TimeFinding) and f.sense == "amid" for f in reading.findings)
    wanted = entry.get("event", "sanctions"), entry.get("framing")
    return any((finding.event, finding.framing) == wanted for finding in found)


CHECKS: Mapping[str, Check] = {
    "agreements": _agreements,
    "acts": _acts,
    "provisions": _provisions,
    "clauses": _clauses,
    "claims": _claims,
    "topics": _topics,
    "quantities": _quantities,
    "events": _events,
    "statements": _statements,
    "press": _press,
    "dates": _dates,
}
"""How the sentences of each file are checked. Files not named here have none to check."""
