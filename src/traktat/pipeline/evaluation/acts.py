"""Acts held against their labels, once loosely and once strictly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from traktat.model.findings import ActFinding, AgreementFinding
from traktat.model.kinds import MANY
from traktat.pipeline.evaluation.figures import Figures, Layer, Mistake, Outcome
from traktat.pipeline.evaluation.layers import Case
from traktat.pipeline.evaluation.matching import pair, plain, same_date

Row = dict[str, Any]
Parties = frozenset[str]
NOBODY: Parties = frozenset()
ARMED = "NSA:"


def acts(case: Case) -> tuple[Outcome, Outcome]:
    """Acts: act, status and a party in common; strictly, also the same parties and date."""
    match = _Match(case)
    labels, found = case.rows("acts"), _told_once(case.of(ActFinding))
    paired = pair(labels, found, match.fits, match.closeness)
    extra = [f for f in paired.extra if not any(match.blunter(row, f) for row in labels)]
    wrong = [(row, f) for row, f in paired.pairs if not match.exact(row, f)]
    missed = case.missed(Layer.ACTS, ((None, match.of_label(row)) for row in paired.missed))
    surplus = case.surplus(Layer.ACTS, ((f.span, match.of_finding(f)) for f in extra))
    told = [
        Mistake(
            case.id, Layer.ACTS_STRICT, "wrong", f.span, match.of_label(row), match.of_finding(f)
        )
        for row, f in wrong
    ]
    loose = Figures(len(paired.pairs), len(paired.pairs) + len(extra), len(labels))
    strict = Figures(loose.right - len(wrong), loose.found, loose.labelled)
    return (
        Outcome(Layer.ACTS, loose, (*missed, *surplus)),
        Outcome(Layer.ACTS_STRICT, strict, tuple(told)),
    )


def _told_once(found: list[ActFinding]) -> list[ActFinding]:
    """Take several mentions of one act as one, as labels do."""
    once: dict[tuple[object, ...], ActFinding] = {}
    for f in found:
        by = tuple(sorted(map(plain, f.by)))
        once.setdefault((f.act, f.status, f.agreement, _date(f), by, f.chamber), f)
    return list(once.values())


def _date(found: ActFinding) -> str:
    return found.date.edtf if found.date else ""


class _Match:
    """How acts are compared, with the parties of the agreements on either side."""

    def __init__(self, case: Case) -> None:
        self._labelled: Mapping[str, Parties] = {
            row["key"]: frozenset(row.get("parties", ())) for row in case.rows("agreements")
        }
        self._found: Mapping[str, Parties] = {
            f.key: frozenset(f.parties) for f in case.of(AgreementFinding)
        }

    def _parties(self, row: Row, found: ActFinding) -> tuple[Parties, Parties]:
        return (
            self._labelled.get(row["agreement"], NOBODY),
            self._found.get(found.agreement, NOBODY),
        )

    def fits(self, row: Row, found: ActFinding) -> bool:
        """Tell whether an act is the one of a label."""
        if (row["act"], row["status"]) != (found.act.value, found.status.value):
            return False
        labelled, theirs = self._parties(row, found)
        open_ended = MANY in labelled or any(code.startswith(ARMED) for code in labelled)
        return open_ended or not labelled.isdisjoint(theirs)

    def exact(self, row: Row, found: ActFinding) -> bool:
        """Tell whether parties and date are the same too."""
        return _same(*self._parties(row, found)) and _dated(row, found)

    def closeness(self, row: Row, found: ActFinding) -> tuple[int, ...]:
        """Rank the acts that fit a label: the exact ones first, then those of its day."""
        return self.exact(row, found), _dated(row, found)

    def blunter(self, row: Row, found: ActFinding) -> bool:
        """Tell whether an act tells a labelled one again, without its date or less exactly."""
        return self.fits(row, found) and (row.get("date") or "").startswith(_date(found))

    def of_label(self, row: Row) -> str:
        """Give a labelled act in words."""
        parties = sorted(self._labelled.get(row["agreement"], NOBODY))
        return _told(row["act"], row["status"], row.get("date") or "", parties)

    def of_finding(self, found: ActFinding) -> str:
        """Give a found act in the same words."""
        parties = sorted(self._found.get(found.agreement, NOBODY))
        return _told(found.act.value, found.status.value, _date(found), parties)


def _same(labelled: Parties, found: Parties) -> bool:
    """Compare parties; where not all are named, the named ones must not contradict each other."""
    if MANY in labelled | found:
        labelled, found = labelled - {MANY}, found - {MANY}
        return labelled <= found or found <= labelled
    return labelled == found


def _dated(row: Row, found: ActFinding) -> bool:
    return same_date(row.get("date") or "", _date(found))


def _told(act: str, status: str, date: str, parties: list[str]) -> str:
    return " ".join(word for word in (act, status, date, *parties) if word)
