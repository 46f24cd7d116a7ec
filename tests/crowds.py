"""Crowded worlds: few parties, names and days, so that agreements get in each other's way.

What happens once in ten thousand real reports happens here in every tenth: one name borne by
agreements of different parties, ids that are taken, doubts, successions, decisions that move
a mention from one agreement to another.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from tests.stories import Story
from traktat.fusion.rulings import digest_of
from traktat.model.documents import Document
from traktat.model.findings import AgreementFinding, Reading, finding_id
from traktat.model.judgements import Judgement, Verdict
from traktat.pipeline.agreements import Agreements
from traktat.store.base import location

PARTIES = ("?AA ?BB", "?AA ?BB", "?AA ?CC", "?AA ?BB ?CC", "?AA", "?BB", "?AA MULTI", "MULTI", "")
LANDS = "ABCDEFGH"  # the states of one land have no agreements with those of another
NAMES = (
    ("Treaty of Lasting Peace",),
    ("Charter of Open Straits", "COS"),
    ("NEWPACT",),
    ("pact on fish",),
    (),
    (),
)
FORMS = ("treaty", "memorandum", "agreement", None)
TOPICS = (("fishery",), ("defense",), ("defense", "trade"), ())
ACTS = ("signature", "signature", "ratification", "entry-into-force", "termination")
DAYS = ("2020-01-05", "2020-05-01", "2020-05", "2020-06-20", "2021-03-03", "2024-02-02")


class Crowd:
    """A store that reports and decisions come to, in the order a random number says."""

    def __init__(self, rng: Random, *, people: bool) -> None:
        self._rng = rng
        self._people = people
        self._lands = LANDS[: rng.choice((1, 2, 8))]
        self._number = 0
        self._stories: list[Story] = []

    def change(self, agreements: Agreements) -> None:
        """Let one thing happen to the store, opened now."""
        self._agreements, self.store = agreements, agreements.store
        chances = [self._report] * 6 + [self._read_again, self._forget]
        if self._people and len(self._stories) > 3:
            chances += [self._decide] * 4 + [self._take_back]
        self._rng.choice(chances)()

    def _report(self) -> None:
        self._number += 1
        story = Story(f"s{self._number}", self._rng.choice(DAYS), parties="")
        self._fill(story)
        if self._stories and not self._rng.randrange(5):
            story.text += self._rng.choice(self._stories).text  # a copy, with more on top
        self._stories.append(story)
        self._keep(story, "read")

    def _fill(self, story: Story) -> None:
        rng = self._rng
        keys = ("A", "B", "C")[: rng.choice((1, 1, 2, 3))]
        for key in keys:
            story.agreement(
                key,
                parties=self._parties(),
                names=rng.choice(NAMES),
                form=rng.choice(FORMS),
                topics=rng.choice(TOPICS),
                known="npt" if not rng.randrange(25) else None,
                relation=rng.choice((None, None, None, "older", "replaced")),
            )
            for _ in range(rng.choice((0, 1, 1, 2))):
                story.act(rng.choice(ACTS), rng.choice((None, *DAYS)), key=key, states="AAA BAA")
        if len(keys) > 1 and not rng.randrange(3):
            story.act("replacement", rng.choice((None, *DAYS)), key=keys[0], replaces=keys[1])

    def _parties(self) -> str:
        return self._rng.choice(PARTIES).replace("?", self._rng.choice(self._lands))

    def _keep(self, story: Story, state: str) -> None:
        path = f"{story.name}.txt"
        document = Document(path=path, text=story.text)
        self.store.keep(document, story.reading(), state, source=location(path))

    def _read_again(self) -> None:
        """The same text is read by a program that finds other things in it."""
        if not self._stories:
            return
        story = self._rng.choice(self._stories)
        changed = [
            replace(one, parties=tuple(sorted(self._parties().split())))
            if isinstance(one, AgreementFinding)
            else one
            for one in story.findings
        ]
        story.findings = changed if self._rng.randrange(2) else changed[:-1]
        self._number += 1
        self._keep(story, f"read {self._number}")

    def _forget(self) -> None:
        held = sorted(self.store.held())
        if held:
            self.store.drop([self._rng.choice(held)])

    def _decide(self) -> None:
        rng = self._rng
        readings = [one for one in self.store.readings() if _agreements_in(one)]
        if not readings:
            return
        self._number += 1
        one, other = rng.choice(readings), rng.choice(readings)
        about = [self._mention(one), self._record()]
        with_what = [self._mention(other), self._record()]
        verdict = rng.choice((Verdict.MERGE, Verdict.MERGE, Verdict.SPLIT, *Verdict))
        named, digest = rng.choice(about)
        against, other_digest = rng.choice(with_what)
        judgement = Judgement(
            id=f"j{self._number}",
            about=named,
            verdict=verdict,
            by=rng.choice(("ana", "budi")),
            at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=rng.randrange(99)),
            other=against,
            evidence=f"{digest}+{other_digest}" if rng.randrange(2) else "",
        )
        self._agreements.judge(self._fitting(judgement, one, other), against_others=True)

    def _fitting(self, judgement: Judgement, one: Reading, other: Reading) -> Judgement:
        """Give a decision the objects that decisions of its sort have."""
        rng, verdict = self._rng, judgement.verdict
        if verdict is Verdict.MERGE:
            return judgement
        judgement = replace(judgement, evidence="")
        if verdict is Verdict.SPLIT:
            other_one = judgement.other if rng.randrange(2) else None
            return replace(judgement, about=self._mention(one)[0], other=other_one)
        if verdict is Verdict.COPY:
            return replace(judgement, about=one.report.id, other=other.report.id)
        finding = rng.choice(one.findings)
        about = f"{one.report.id}:{finding_id(finding)}"
        if verdict is Verdict.CORRECT:
            about = f"{one.report.id}:{finding_id(_agreements_in(one)[0])}"
            changes = (("parties", rng.choice(("AAA, BBB", "BBB, CCC", "AAA"))),)
            return replace(judgement, about=about, other=None, changes=changes)
        return replace(judgement, about=rng.choice((about, one.report.id)), other=None)

    def _take_back(self) -> None:
        standing = [one for one in self.store.judgements() if not one.undone]
        if standing:
            undone = replace(self._rng.choice(standing), undone=True)
            self._agreements.judge(undone, against_others=True)

    def _mention(self, reading: Reading) -> tuple[str, str]:
        """Give a mention of a report, with the digest of its characters."""
        one = self._rng.choice(_agreements_in(reading))
        report = reading.report.id
        return f"{report}#{one.key}", digest_of(report, "agreement", one.span)

    def _record(self) -> tuple[str, str]:
        ids = self.store.record_ids() or ("aaa-bbb-2020",)
        return self._rng.choice(ids), ""


def _agreements_in(reading: Reading) -> list[AgreementFinding]:
    return [one for one in reading.findings if isinstance(one, AgreementFinding)]
