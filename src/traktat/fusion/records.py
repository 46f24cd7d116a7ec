"""Records: everything known of one agreement, assembled from its dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from traktat.facts.tables import table
from traktat.fusion.claims import claims_of, ledger_of
from traktat.fusion.disagreements import disagreements_of
from traktat.fusion.disputes import Collected
from traktat.fusion.dossiers import Dossier, dossier_of
from traktat.fusion.evidence import Evidence, gather
from traktat.fusion.linking import Agreement, Linkage, Linker
from traktat.fusion.mentions import mentions_of
from traktat.fusion.naming import form_of, names_of
from traktat.fusion.predecessors import predecessors_of
from traktat.fusion.provisions import provisions_of
from traktat.fusion.rulings import Rulings, in_force
from traktat.fusion.sanity import issues_of
from traktat.fusion.statements import statements_of
from traktat.fusion.timeline import timeline_of
from traktat.model.findings import Reading
from traktat.model.judgements import Judgement
from traktat.model.kinds import MANY
from traktat.model.records import Record


def fuse(readings: Iterable[Reading], judgements: Iterable[Judgement] = ()) -> tuple[Record, ...]:
    """Fuse what was read in many reports into one record of each agreement, sorted by id.

    A pure function: the order of readings and judgements changes nothing, and a reading that
    is given twice counts once.
    """
    rulings = in_force(judgements)
    evidence = gather(readings, rulings)
    return tuple(_records(evidence, link(evidence.values(), rulings), rulings))


def _records(
    evidence: Mapping[str, Evidence], linkage: Linkage, rulings: Rulings
) -> Iterator[Record]:
    for agreement in linkage.agreements:
        yield record_of(dossier_of(agreement, evidence, linkage.homes, rulings))


def link(evidence: Iterable[Evidence], rulings: Rulings) -> Linkage:
    """Find the agreements that these reports speak of."""
    linker = Linker(rulings)
    for one in evidence:
        linker.add(one.report.id, mentions_of(one))
    return linker.settle()


def record_of(dossier: Dossier) -> Record:
    """Assemble a record from all its parts."""
    timeline, happenings = timeline_of(dossier)
    clauses = provisions_of(dossier)
    ledger = ledger_of(dossier)
    found = Collected(dossier, happenings, clauses, ledger)
    return Record(
        id=dossier.id,
        parties=_parties(dossier.agreement),
        names=names_of(dossier),
        kind=form_of(voice.finding.form for voice in dossier.mentions()),
        timeline=timeline,
        provisions=tuple(clause.provision for clause in clauses),
        statements=statements_of(dossier),
        claims=claims_of(ledger),
        disagreements=disagreements_of(found),
        predecessors=predecessors_of(dossier),
        reports=tuple(entry for one in dossier.evidence.values() for entry in one.entries),
        lineage=dossier.lineage.ties,
        links=dossier.agreement.group.links,
        issues=issues_of(found),
    )


def _parties(agreement: Agreement) -> tuple[str, ...]:
    """Give the parties; those of a known agreement that has few are known too."""
    group = agreement.group
    listed = table("treaties").get(group.known or "", {}).get("parties", ())
    if listed and MANY not in listed:
        return tuple(sorted(listed))
    return (*group.parties, MANY) if group.many or MANY in listed else group.parties
