"""When an agreement takes the place of an older one, in the record of each."""

from __future__ import annotations

from datetime import date

from tests.stories import Story
from traktat.fusion import Fuser, fuse
from traktat.law import standing_on
from traktat.model.kinds import AgreementStatus
from traktat.model.records import Record, Standing


def signed(replaced: str | None = None) -> Story:
    """Give a report of a signature that tells which treaty the new one replaces."""
    story = Story("signed", "2025-01-17", outlet="one")
    story.act("signature", "2025-01-17")
    story.agreement(key="B", relation="replaces", of="A", names=("Basic Treaty",))
    story.act("signature", "2001-03-12", key="B")
    story.act("replacement", replaced, replaces="B")
    return story


def entered() -> Story:
    """Give a later report, which does not speak of the older treaty."""
    story = Story("entered", "2025-10-02", outlet="two")
    story.act("signature", "2025-01-17")
    story.act("entry-into-force", "2025-10-02")
    return story


def records(*stories: Story) -> dict[str, Record]:
    return {one.id: one for one in fuse(story.reading() for story in stories)}


def older_on(day: str, *stories: Story) -> Standing:
    older = records(*stories)["prk-rus-2001"]
    return standing_on(
        date.fromisoformat(day), older.timeline, parties=older.parties, agreement=older.id
    )


def test_the_older_one_ends_with_the_entry_into_force_of_the_later() -> None:
    before, after = (older_on(day, signed(), entered()) for day in ("2025-10-01", "2025-10-02"))
    assert (before.status, before.certain) == (AgreementStatus.SIGNED, True)
    assert (after.status, after.certain) == (AgreementStatus.SUPERSEDED, True)
    assert [proof.article for proof in after.proof] == ["VCLT 59"]


def test_both_records_tell_of_the_replacement_and_when_it_takes_effect() -> None:
    found = records(signed(), entered())
    for record in found.values():
        (act,) = (one for one in record.timeline if one.act.value == "replacement")
        assert (act.replaces, str(act.effective_on)) == ("prk-rus-2001", "2025-10-02")
        assert act.because[-1] == "takes effect with the entry into force of prk-rus-2025"


def test_until_the_later_one_is_told_to_be_in_force_the_end_is_only_possible() -> None:
    found = older_on("2026-01-01", signed())
    assert found.status is AgreementStatus.SIGNED
    assert found.alternatives == (AgreementStatus.SUPERSEDED,)


def test_a_replacement_on_the_day_of_signature_waits_for_the_entry_as_well() -> None:
    found = older_on("2025-09-01", signed("2025-01-17"), entered())
    assert (found.status, found.certain) == (AgreementStatus.SIGNED, True)


def test_a_replacement_with_a_day_of_its_own_holds_from_that_day() -> None:
    before, after = (older_on(day, signed("2025-03-01")) for day in ("2025-02-28", "2025-03-01"))
    assert (before.status, after.status) == (AgreementStatus.SIGNED, AgreementStatus.SUPERSEDED)
    assert after.certain


def test_a_report_of_the_later_one_alone_brings_the_older_record_up_to_date() -> None:
    first, second = signed().reading(), entered().reading()
    fuser = Fuser()
    fuser.take([first])
    fuser.concerned()
    fuser.take([second])
    concerned = fuser.concerned()
    assert [one.id for one in concerned.anew] == ["prk-rus-2001", "prk-rus-2025"]
    made = tuple(fuser.record(one, [first, second]) for one in concerned.anew)
    assert made == fuse([first, second])


def test_what_had_ended_before_is_not_ended_again() -> None:
    story = signed()
    story.act("termination", "2009-12-05", key="B")
    assert older_on("2026-01-01", story, entered()).status is AgreementStatus.TERMINATED
