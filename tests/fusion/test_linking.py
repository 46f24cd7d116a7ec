"""Which reports speak of which agreement."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.stories import Story
from traktat.fusion import fuse
from traktat.fusion.rulings import digest_of
from traktat.model.findings import AgreementFinding
from traktat.model.judgements import Judgement, Verdict
from traktat.model.records import Record


def records(*stories: Story, judgements: tuple[Judgement, ...] = ()) -> dict[str, Record]:
    return {one.id: one for one in fuse((story.reading() for story in stories), judgements)}


def signed(name: str, day: str, **more: object) -> Story:
    story = Story(name, more.pop("published", "2024-07-01"), **more)  # type: ignore[arg-type]
    story.act("signature", day)
    return story


def test_three_names_and_one_day_are_one_agreement() -> None:
    found = records(
        signed("one", "2024-06-19", names=("defense pact",), topics=("defense",)),
        signed(
            "two",
            "2024-06-19",
            names=("Perjanjian Kemitraan",),
            topics=("partnership",),
            language="id",
        ),
        signed("three", "2024-06", names=("CSPT",)),
    )
    assert list(found) == ["prk-rus-2024"]
    assert found["prk-rus-2024"].kind is None


def test_a_group_without_a_name_is_called_otherwise_by_the_next_report() -> None:
    found = records(
        signed("one", "2024-06-19", parties="SDN NSA:rebels", names=("truce",)),
        signed("two", "2024-06-19", parties="SDN NSA:pemberontak", names=("truce",)),
    )
    assert [record.parties for record in found.values()] == [("SDN", "MULTI")]


def test_an_acronym_joins_what_the_words_do_not() -> None:
    first = Story("one", "2025-01-10", parties="EU IDN", names=("IEU-CEPA",), form="agreement")
    first.act("text-agreed", "2025-07-13", status="planned")
    second = Story(
        "two",
        "2025-08-10",
        parties="EU IDN",
        language="id",
        names=("Perjanjian Kemitraan Ekonomi (IEU-CEPA)",),
    )
    second.act("text-agreed", "2025-07-13")
    assert list(records(first, second)) == ["eu-idn-2025"]


def test_an_older_treaty_of_the_same_parties_is_another_record() -> None:
    story = Story("both", "2024-12-05", names=("partnership treaty",), form="treaty")
    story.act("signature", "2024-06-19")
    story.agreement(key="B", names=("friendship treaty",), form="treaty")
    story.act("signature", "2000-02-09", key="B")
    story.act("replacement", key="A", replaces="B")
    found = records(story)
    assert list(found) == ["prk-rus-2000", "prk-rus-2024"]
    older = found["prk-rus-2024"].predecessors
    assert [(one.agreement, one.relation, one.names) for one in older] == [
        ("prk-rus-2000", "replaces", ("friendship treaty",))
    ]
    assert found["prk-rus-2000"].predecessors == ()
    assert {one.replaces for one in found["prk-rus-2024"].timeline} == {None, "prk-rus-2000"}


def test_a_memorandum_signed_the_same_day_is_another_record() -> None:
    found = records(
        signed("one", "2024-06-19", form="treaty", names=("partnership treaty",)),
        signed("two", "2024-06-19", form="memorandum", names=("memorandum on health",)),
        signed("three", "2024-06-19", form="pact", names=("pact",)),
    )
    assert sorted(found) == ["prk-rus-2024", "prk-rus-2024-memorandum"]


def test_what_fits_two_agreements_of_one_day_is_left_to_a_person() -> None:
    vague = Story("vague", "2024-07-02")
    vague.act("ratification", "2024-07-01", states="RUS")
    found = records(
        signed("one", "2024-06-19", form="memorandum", topics=("energy",)),
        signed("two", "2024-06-19", form="memorandum", topics=("climate",)),
        vague,
    )
    assert len(found) == 2
    for record in found.values():
        assert [one.code for one in record.issues] == ["doubtful-link"]
        assert vague.id not in {one.report for one in record.reports}
        assert record.issues[0].support[0].report == vague.id


def test_a_person_says_where_a_doubtful_mention_belongs_and_the_later_word_counts() -> None:
    vague = Story("vague", "2024-07-02")
    vague.act("ratification", "2024-07-01", states="RUS")
    one = signed("one", "2024-06-19", form="memorandum", topics=("energy",))
    two = signed("two", "2024-06-19", form="memorandum", topics=("climate",))
    to_one = judgement(f"{vague.id}#A", Verdict.SPLIT, f"{one.id}#A")
    to_two = judgement(f"{vague.id}#A", Verdict.SPLIT, f"{two.id}#A", number=2)
    alone = judgement(f"{vague.id}#A", Verdict.SPLIT, number=3)
    for decisions, with_it in (((to_one,), one), ((to_one, to_two), two), ((alone,), vague)):
        found = records(one, two, vague, judgements=decisions)
        assert [issue.code for record in found.values() for issue in record.issues] == []
        (home,) = [
            {entry.report for entry in record.reports}
            for record in found.values()
            if vague.id in {entry.report for entry in record.reports}
        ]
        assert home == {vague.id, with_it.id}
    united = judgement(f"{vague.id}#A", Verdict.MERGE, f"{one.id}#A")
    assert sorted(records(one, two, vague, judgements=(united,))) == sorted(
        records(one, two, vague, judgements=(to_one,))
    )


def test_whoever_merges_decides_who_the_parties_are() -> None:
    right = signed("right", "2024-06-19")
    wrong = signed("wrong", "2024-06-19", parties="CHN RUS")
    merge = judgement(f"{right.id}#A", Verdict.MERGE, f"{wrong.id}#A")
    (record,) = records(right, wrong, judgements=(merge,)).values()
    assert record.parties == ("PRK", "RUS")
    assert len(record.reports) == 2


def test_a_judgement_finds_its_mention_by_its_characters_when_keys_shift() -> None:
    one = signed("one", "2024-06-19")
    three = signed("three", "2024-06-19")
    mention = next(item for item in three.findings if isinstance(item, AgreementFinding))
    digest = digest_of(three.id, "agreement", mention.span)
    split = replace(judgement(f"{three.id}#Z", Verdict.SPLIT), evidence=digest)
    assert len(records(one, three, judgements=(split,))) == 2
    elsewhere = replace(split, evidence="0" * 16)
    assert len(records(one, three, judgements=(elsewhere,))) == 1


def test_a_report_that_says_only_the_treaty_means_the_one_of_the_day() -> None:
    later = Story("later", "2024-11-12")
    later.act("ratification", "2024-11-09", states="RUS")
    found = records(
        signed("old", "2000-02-09", published="2000-02-10", form="treaty"),
        signed("new", "2024-06-19", form="treaty"),
        later,
    )
    assert later.id in {one.report for one in found["prk-rus-2024"].reports}
    link = next(one for one in found["prk-rus-2024"].links if one.report == later.id)
    assert link.reason == "an agreement of the same parties"
    assert 0.5 < link.score < 0.9


def test_two_treaties_of_one_name_years_apart_are_two() -> None:
    name = ("defense cooperation agreement",)
    found = records(
        signed("one", "2007-04-27", parties="IDN SGP", names=name),
        signed("two", "2022-01-25", parties="IDN SGP", names=name),
    )
    assert sorted(found) == ["idn-sgp-2007", "idn-sgp-2022"]


def test_a_swapped_day_does_not_make_a_second_agreement() -> None:
    found = records(
        signed("one", "2024-09-11", names=("trade accord",), topics=("trade",)),
        signed("two", "2024-11-09", names=("accord",), topics=("trade",)),
    )
    assert len(found) == 1


def test_a_known_agreement_has_its_name_as_id_whoever_is_named() -> None:
    first = Story("one", "2020-11-16", parties="IDN MULTI", known="rcep")
    first.act("signature", "2020-11-15", states="IDN")
    second = Story("two", "2022-01-03", parties="AUS CHN", known="rcep")
    second.act("entry-into-force", "2022-01-01", states="AUS")
    found = records(first, second)
    assert list(found) == ["rcep"]
    assert found["rcep"].parties == ("AUS", "CHN", "IDN", "MULTI")


def test_a_report_that_names_some_parties_finds_the_agreement_by_its_name() -> None:
    full = signed("full", "2003-10-07", parties="IDN MYS SGP THA", names=("Bali Concord II",))
    part = Story("part", "2003-10-09", parties="IDN MULTI", names=("Bali Concord II",))
    part.act("signature", "2003-10")
    found = records(full, part)
    assert list(found) == ["idn-mys-sgp-tha-2003"]
    assert len(found["idn-mys-sgp-tha-2003"].reports) == 2


def test_one_party_and_a_shared_act_are_enough() -> None:
    full = Story("full", "2024-11-12", names=("partnership treaty",))
    full.act("ratification", "2024-11-11", states="PRK")
    part = Story("part", "2024-11-12", parties="PRK")
    part.act("ratification", "2024-11-11", states="PRK")
    assert [len(one.reports) for one in records(full, part).values()] == [2]


def test_an_agreement_whose_parties_nobody_names_is_an_issue() -> None:
    story = Story("lone", "2024-11-12", parties="PRK", names=("pact",))
    story.act("signature", "2024-11-11")
    (record,) = records(story).values()
    assert [one.code for one in record.issues] == ["parties-unknown"]


def test_a_non_state_party_has_its_name_in_the_id() -> None:
    story = Story("truce", "2023-11-23", parties="")
    story.agreement(parties="ISR NSA:Hamas", form="ceasefire", names=("truce",))
    story.act("entry-into-force", "2023-11-24", status="planned")
    story.act("text-agreed", "2023-11-22")
    assert list(records(story)) == ["isr-hamas-2023"]


def judgement(about: str, verdict: Verdict, other: str | None = None, number: int = 1) -> Judgement:
    return Judgement(
        id=f"j{number}",
        about=about,
        verdict=verdict,
        by="editor",
        at=datetime(2025, 1, number, tzinfo=UTC),
        other=other,
    )


def test_people_merge_and_split_agreements() -> None:
    one = signed("one", "2024-06-19", form="treaty")
    two = signed("two", "2024-06-19", form="memorandum")
    merge = judgement("prk-rus-2024", Verdict.MERGE, "prk-rus-2024-memorandum")
    assert list(records(one, two, judgements=(merge,))) == ["prk-rus-2024"]
    three = signed("three", "2024-06-19", form="treaty")
    split = judgement(f"{three.id}#A", Verdict.SPLIT)
    assert len(records(one, three, judgements=(split,))) == 2
    moved = judgement(f"{three.id}#A", Verdict.SPLIT, f"{two.id}#A")
    found = records(one, two, three, judgements=(moved,))
    assert [len(record.reports) for record in found.values()] == [1, 2]
    link = next(
        link for record in found.values() for link in record.links if link.report == three.id
    )
    assert link.reason == "judged by editor (j1)"


def test_a_judgement_on_what_is_not_there_changes_nothing() -> None:
    one = signed("one", "2024-06-19")
    wrong = judgement("xxx-yyy-1900", Verdict.MERGE, "prk-rus-2024")
    assert records(one, judgements=(wrong,)) == records(one)


def test_ids_tell_like_agreements_apart_by_subject_and_number() -> None:
    found = records(
        signed("one", "2024-06-19", form="memorandum", topics=("energy",)),
        signed("two", "2024-06-19", form="memorandum", topics=("climate",)),
        signed("three", "2024-06-19", form="memorandum", topics=("tax",)),
    )
    assert sorted(found) == ["prk-rus-2024", "prk-rus-2024-energy", "prk-rus-2024-tax"]


def test_a_day_of_signature_that_the_rest_of_its_life_belies_is_a_mistake() -> None:
    stories = []
    for name, day in (("one", "2024-06-19"), ("two", "2024-06-19"), ("three", "2000-02-09")):
        story = signed(name, day, published="2024-12-05", names=("strategic partnership treaty",))
        story.act("entry-into-force", "2024-12-04")
        stories.append(story)
    found = records(*stories)
    assert list(found) == ["prk-rus-2024"]
    (different,) = found["prk-rus-2024"].disagreements
    assert (different.rule, different.prefer) == ("more-origins", "2024-06-19")


def test_what_was_spoken_of_decades_ago_is_another_agreement() -> None:
    old = Story("old", "1987-03-27", parties="JPN USA")
    old.act("text-agreed", "1986-09-02")
    new = Story("new", "2025-07-24", parties="JPN USA")
    new.act("text-agreed", "2025-07-22")
    later = Story("later", "2025-08-01", parties="JPN USA")
    later.act("ratification", status="planned", states="JPN")
    assert sorted(len(one.reports) for one in records(old, new, later).values()) == [1, 2]


def test_many_and_few_are_not_one_without_a_name() -> None:
    many = Story("many", "2024-06-20", parties="IDN JPN MULTI", names=("RPEC",))
    many.act("signature", "2024-06-19")
    two = Story("two", "2024-06-21", parties="IDN JPN")
    two.act("ratification", "2024-06-20", states="IDN")
    assert len(records(many, two)) == 2
    others = Story("others", "2024-06-21", parties="AUS CHN MULTI", names=("RPEC",))
    others.act("signature", "2024-06-19")
    assert [one.parties for one in records(many, others).values()] == [
        ("AUS", "CHN", "IDN", "JPN", "MULTI")
    ]
