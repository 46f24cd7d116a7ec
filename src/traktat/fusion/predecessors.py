"""Predecessors: older agreements that a report looks back on, kept apart from this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from traktat.fusion.dossiers import Dossier
from traktat.fusion.evidence import Evidence, Voice
from traktat.fusion.identities import named_parties
from traktat.fusion.mentions import OLDER
from traktat.fusion.timeline import commonest
from traktat.model.dates import When
from traktat.model.findings import ActFinding, AgreementFinding
from traktat.model.kinds import ActKind, Status
from traktat.model.records import Predecessor, Support

REPLACES = "replaces"
BORN = (ActKind.SIGNATURE, ActKind.TEXT_AGREED)
ENDED = {
    ActKind.TERMINATION: "terminated",
    ActKind.WITHDRAWAL: "withdrawn",
    ActKind.SUSPENSION: "suspended",
    ActKind.REPLACEMENT: "superseded",
    ActKind.ENTRY_INTO_FORCE: "in-force",
}


@dataclass(slots=True)
class _Older:
    names: list[str] = field(default_factory=list)
    parties: list[tuple[str, ...]] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    days: list[When] = field(default_factory=list)
    ends: list[tuple[str, str | None]] = field(default_factory=list)
    supports: set[Support] = field(default_factory=set)
    record: str | None = None


def predecessors_of(dossier: Dossier) -> tuple[Predecessor, ...]:
    """Give the older agreements that reports tie to this one."""
    found: dict[tuple[str, ...], _Older] = {}
    for report in dossier.evidence.values():
        for voice, relation in _older_in(dossier, report):
            key = _key(dossier, report, voice, relation)
            _take(found.setdefault(key, _Older()), dossier, report, voice, relation)
    return tuple(_predecessor(found[key]) for key in sorted(found))


def _older_in(dossier: Dossier, report: Evidence) -> Iterator[tuple[Voice[AgreementFinding], str]]:
    """Go through the agreements a report ties to this one, with the way it does so."""
    own = set(dossier.keys[report.report.id])
    replaced = {
        voice.finding.replaces
        for voice in report.acts
        if voice.finding.agreement in own and voice.finding.act is ActKind.REPLACEMENT
    }
    for voice in report.agreements:
        finding = voice.finding
        if finding.key in own:
            continue
        if finding.key in replaced:
            yield voice, REPLACES
        elif finding.relation in OLDER and (finding.of in own or finding.of is None):
            yield voice, finding.relation or ""


def _key(
    dossier: Dossier, report: Evidence, voice: Voice[AgreementFinding], relation: str
) -> tuple[str, ...]:
    """Give what makes two older agreements one: their record, or parties, day and relation."""
    record = dossier.homes.get(f"{report.report.id}#{voice.finding.key}")
    if record and any(_days(report, voice.finding.key)):
        return ("1", record)
    days = sorted({when.first.year for when in _days(report, voice.finding.key)})
    parties = named_parties(voice.finding.parties)
    return ("2", *parties, "", *map(str, days), relation)


def _acts(report: Evidence, key: str) -> Iterator[ActFinding]:
    return (voice.finding for voice in report.acts if voice.finding.agreement == key)


def _days(report: Evidence, key: str) -> Iterator[When]:
    for act in _acts(report, key):
        if act.act in BORN and act.status is Status.OCCURRED and act.date and not act.date.is_open:
            yield act.date


def _take(
    older: _Older,
    dossier: Dossier,
    report: Evidence,
    voice: Voice[AgreementFinding],
    relation: str,
) -> None:
    finding = voice.finding
    older.names += finding.names
    older.parties.append(named_parties(finding.parties))
    older.relations.append(relation)
    older.days += _days(report, finding.key)
    older.ends += [
        (ENDED[act.act], act.via)
        for act in _acts(report, finding.key)
        if act.act in ENDED and act.status is Status.OCCURRED
    ]
    older.supports.add(voice.support())
    older.record = older.record or dossier.homes.get(f"{report.report.id}#{finding.key}")


def _predecessor(older: _Older) -> Predecessor:
    ends = sorted(older.ends, key=lambda end: (end[0], end[1] or ""))
    status = commonest(end for end, _ in ends)
    day = min(older.days, key=lambda when: (when.days, when.edtf), default=None)
    return Predecessor(
        names=_names(older.names),
        relation=commonest(older.relations) or REPLACES,
        agreement=older.record,
        parties=max(sorted(set(older.parties)), key=len),
        date=day,
        status=status,
        asserted_by=next((by for end, by in ends if end == status and by), None),
        support=tuple(sorted(older.supports)),
    )


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
