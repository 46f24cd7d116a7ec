"""Which finding a judgement meets: its own, or the one that took its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.stories import Story
from traktat.fusion.conflicts import at_odds, conflicts_between, message_of
from traktat.fusion.corrections import choices, correctable, listed, printed, stated, typed
from traktat.fusion.rulings import evidence_digest, in_force
from traktat.fusion.verdicts import applied, matches
from traktat.model.findings import ActFinding, ClaimFinding, Finding, finding_id
from traktat.model.judgements import Judgement, Verdict
from traktat.model.kinds import ActKind, Status


def told() -> tuple[Story, ActFinding, ActFinding]:
    """Give a story in which one sentence tells of a signature and a ratification."""
    story = Story("one", "2024-11-12", outlet="Daily")
    story.act("signature", "2024-06-19")
    signed = next(one for one in story.findings if isinstance(one, ActFinding))
    ratified = replace(signed, act=ActKind.RATIFICATION)
    story.findings.append(ratified)
    return story, signed, ratified


def judged(
    story: Story, finding: Finding, verdict: Verdict, number: int = 1, **more: object
) -> Judgement:
    report = story.reading().report
    return Judgement(
        id=f"j{number}",
        about=f"{report.id}:{finding_id(finding)}",
        verdict=verdict,
        by=str(more.pop("by", "ann")),
        at=datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
        evidence=evidence_digest(report, finding),
        said=more.pop("said", stated(finding)),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def met(story: Story, *judgements: Judgement) -> dict[str, list[str]]:
    reading = story.reading()
    found = matches(reading.report, reading.findings, in_force(judgements))
    known = {finding_id(one): one for one in reading.findings}
    return {
        str(getattr(known[key], "act", known[key].kind)): [one.id for one in decisions]
        for key, decisions in found.of.items()
    } | ({"stale": [one.id for one in found.stale]} if found.stale else {})


def test_of_two_acts_in_the_same_words_only_the_judged_one_is_met() -> None:
    story, signed, ratified = told()
    assert met(story, judged(story, signed, Verdict.REJECT)) == {"signature": ["j1"]}
    assert met(story, judged(story, ratified, Verdict.REJECT)) == {"ratification": ["j1"]}


def test_a_judgement_goes_on_to_the_act_of_its_kind() -> None:
    story, signed, _ = told()
    ruling = judged(story, signed, Verdict.REJECT)
    story.findings[story.findings.index(signed)] = replace(signed, place="Zenda")
    assert met(story, ruling) == {"signature": ["j1"]}


def test_a_judgement_never_goes_on_to_another_act() -> None:
    story, signed, _ = told()
    ruling = judged(story, signed, Verdict.REJECT)
    story.findings.remove(signed)
    assert met(story, ruling) == {"stale": ["j1"]}


def test_a_corrected_kind_of_act_is_met_where_it_is_now_read_so() -> None:
    story, signed, ratified = told()
    story.findings.remove(ratified)
    ruling = judged(story, signed, Verdict.CORRECT, changes=(("act", "ratification"),))
    story.findings[story.findings.index(signed)] = ratified
    assert met(story, ruling) == {"ratification": ["j1"]}


def test_without_what_was_said_only_the_one_finding_there_is_meant() -> None:
    story, signed, ratified = told()
    ruling = judged(story, signed, Verdict.REJECT, said=())
    story.findings[story.findings.index(signed)] = replace(signed, place="Zenda")
    assert met(story, ruling) == {"stale": ["j1"]}
    story.findings.remove(ratified)
    assert met(story, ruling) == {"signature": ["j1"]}


def test_of_like_findings_the_nearest_is_met_and_none_where_two_are_as_near() -> None:
    story, signed, ratified = told()
    story.findings.remove(ratified)
    ruling = judged(story, signed, Verdict.REJECT)
    story.findings.remove(signed)
    near, far = replace(signed, place="Zenda"), replace(signed, place="Zenda", vote="9-0")
    story.findings += [near, replace(far, date=None)]
    found = matches(story.reading().report, story.reading().findings, in_force([ruling]))
    assert list(found.of) == [finding_id(near)]
    story.findings[-1] = replace(signed, place="Strelsau")
    assert met(story, ruling) == {"stale": ["j1"]}


def test_an_acceptance_begins_anew_and_corrections_add_up() -> None:
    story, signed, _ = told()
    first = judged(story, signed, Verdict.CORRECT, 1, changes=(("place", "Zenda"),))
    second = judged(story, signed, Verdict.CORRECT, 2, changes=(("status", "planned"),))
    both = applied(signed, [first, second])
    assert isinstance(both, ActFinding)
    assert (both.place, both.status) == ("Zenda", Status.PLANNED)
    accepted = applied(signed, [first, judged(story, signed, Verdict.ACCEPT, 3)])
    assert accepted is not None
    assert finding_id(accepted) == finding_id(signed)
    rejected = judged(story, signed, Verdict.REJECT, 4)
    assert applied(signed, [first, rejected]) is None
    again = applied(signed, [first, rejected, second])
    assert isinstance(again, ActFinding)
    assert (again.place, again.status) == (signed.place, Status.PLANNED)


def test_who_is_at_odds_with_whom() -> None:
    story, signed, _ = told()
    place = judged(story, signed, Verdict.CORRECT, 1, changes=(("by", "Ann, Bob"),))
    same = judged(story, signed, Verdict.CORRECT, 2, by="bob", changes=(("by", '["Bob","Ann"]'),))
    other = judged(story, signed, Verdict.CORRECT, 3, by="cem", changes=(("by", "Cem"),))
    elsewhere = judged(story, signed, Verdict.CORRECT, 4, by="dan", changes=(("place", "X"),))
    agreed = judged(story, signed, Verdict.ACCEPT, 5, by="eva")
    assert at_odds([place, same, elsewhere]) == ()
    assert at_odds([place, same, other]) == (place, same, other)
    assert at_odds([place, agreed]) == (place, agreed)
    own_mind = judged(story, signed, Verdict.CORRECT, 6, by="cem", changes=(("by", "Ann,Bob"),))
    assert at_odds([place, other, own_mind]) == ()
    assert "ann, cem decided differently" in message_of(at_odds([place, other]))


def test_conflicts_beside_findings_name_what_they_are_about() -> None:
    def one(about: str, verdict: Verdict, by: str, other: str | None = None) -> Judgement:
        at = datetime(2025, 1, 1, tzinfo=UTC)
        name = f"{about}{verdict}{by}"
        return Judgement(id=name, about=about, verdict=verdict, by=by, at=at, other=other)

    found = conflicts_between(
        in_force(
            [
                one("r1", Verdict.COPY, "ann", "r2"),
                one("tie:r2:r1", Verdict.REJECT, "bob"),
                one("r3", Verdict.REJECT, "ann"),
                one("r3", Verdict.ACCEPT, "bob"),
                one("person:A", Verdict.MERGE, "ann", "person:B"),
                one("person:B", Verdict.SPLIT, "bob", "person:A"),
                one("r1#A", Verdict.MERGE, "ann", "r2#A"),
                one("r2#A", Verdict.SPLIT, "bob"),
                one("r4#A", Verdict.SPLIT, "ann", "x"),
                one("r4#A", Verdict.SPLIT, "bob", "y"),
                one("r5", Verdict.REJECT, "ann"),
                one("r5", Verdict.REJECT, "bob"),
            ]
        )
    )
    assert [conflict.about for conflict in found] == [
        "person:A+person:B",
        "r2#A",
        "r3",
        "r4#A",
        "tie:r1:r2",
    ]


def test_fields_have_the_type_of_their_finding() -> None:
    assert typed(ActFinding, "by", "Ann, Bob") == ("by", ("Ann", "Bob"))
    assert typed(ClaimFinding, "by", "RUS") == ("by", "RUS")
    assert typed(ClaimFinding, "quantity", ">,10000,soldiers")[1] == (">", "10000", "soldiers")
    assert typed(ClaimFinding, "quantity", "")[1] is None
    assert "mentions" not in correctable(ActFinding)
    assert choices(ActFinding, "chamber") == ("lower", "upper")
    assert listed(printed(("Bob, Jr.", "[x]"))) == ("Bob, Jr.", "[x]")
