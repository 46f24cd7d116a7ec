"""The treaty of North Korea and Russia of 2024 as five reports tell it, in findings.

The facts are real and dated; the words are the project's own. The five differ as real reports
do: one translation turned the clause on assistance round, one paragraph is half a year old,
one report names the chamber that voted and another only "parliament".
"""

from __future__ import annotations

from dataclasses import replace

from tests.stories import Story
from traktat.model.reports import Segment
from traktat.model.spans import Span

PUTIN, KIM = "Vladimir Putin", "Kim Jong Un"
TROOPS = "PRK troops in RUS"


def ratified() -> Story:
    """Give the report of November 2024 on the law of ratification; its outlet is unknown."""
    story = Story("ratified", "2024-11-12", language="id", parties="")
    story.agreement(
        names=("perjanjian kemitraan strategis",), form="treaty", topics=("partnership",)
    )
    _people(story)
    story.act("ratification", "2024-11-09", by=(PUTIN,), states="RUS")
    story.act(
        "approval", "2024-10", by=("State Duma",), states="RUS", chamber="lower", vote="unanimous"
    )
    story.act("approval", "2024-11-06", by=("Federation Council",), states="RUS", chamber="upper")
    law = story.act("ratification", "2024-11-09", by=(PUTIN,), states="RUS")
    story.credit("portal of the parliament", scope=law, organ_of="RUS")
    story.act("signature", "2024-06-19", states="PRK RUS", place="Pyongyang")
    story.act("exchange", status="planned", states="PRK RUS")
    story.act("entry-into-force", status="planned", condition="exchange of instruments")
    story.provision(
        "mutual-assistance", bearers="PRK RUS", beneficiary="each-other", trigger="attack"
    )
    story.provision(
        "mutual-assistance",
        bearers="PRK RUS",
        beneficiary="same-party",
        trigger="party-becomes-aggressor",
        timing="immediately",
        verbatim=True,
        qualifiers=("un-charter-51", "national-law"),
        flags=("roles-inverted",),
    )
    story.provision(
        "no-adverse-treaty",
        bearers="PRK RUS",
        force="shall-not",
        scope="on-security-and-culture",
        flags=("scope-garbled",),
    )
    story.provision("no-sanctions", bearers="PRK RUS", force="shall-not")
    story.claim("UKR", "asserts", TROOPS, manner="accuse")
    story.claim("PRK", "denies", TROOPS)
    story.claim(PUTIN, "neither", TROOPS, state="RUS", manner="decline")
    story.event("armed-conflict", framing="conflict", states="RUS UKR")
    return story


def in_force() -> Story:
    """Give the report of December 2024 that stacks two versions of one agency's news."""
    story = Story("in force", "2024-12-05", outlet="Tribunnews", language="id", parties="")
    _people(story)
    story.agreement(
        names=("Perjanjian Pertahanan", "Pakta pertahanan"), form="pact", topics=("defense",)
    )
    story.act("signature", "2024-06", states="PRK RUS")
    first = story.act("entry-into-force", "2024-12-04", states="PRK RUS", reported_on="2024-12-05")
    story.credit("KCNA", scope=first, organ_of="PRK")
    middle = len(story.text)
    story.act("signature", "2024-06", by=(KIM, PUTIN), states="PRK RUS", place="Pyongyang")
    hands = ("Kim Jong Gyu", "Andrei Rudenko")
    again = story.act("exchange", "2024-12-04", by=hands, states="PRK RUS", place="Moscow")
    story.credit("KCNA", scope=again, organ_of="PRK")
    story.act("approval", "2024-11", states="RUS", vote="unanimous")
    story.act("ratification", "[2024-11-06..2024-12-04]", by=(PUTIN,), states="RUS")
    story.act("ratification", by=(KIM,), states="PRK", via="PRK")
    story.provision(
        "mutual-assistance",
        bearers="PRK RUS",
        beneficiary="each-other",
        trigger="armed-attack",
        timing="without-delay",
    )
    story.provision("oppose-sanctions", bearers="PRK RUS")
    soldiers = (">", "10000", "soldiers")
    for accuser in ("USA", "KOR"):
        story.claim(accuser, "asserts", TROOPS, manner="accuse", quantity=soldiers)
    story.claim("analysts", "asserts", TROOPS, manner="presuppose")
    story.claim(PUTIN, "asserts", "the treaty is new", "2024-06", state="RUS", manner="evaluate")
    story.statement(PUTIN, "breakthrough document", uttered="2024-06", state="RUS", mixed=True)
    story.event("armed-conflict", framing="war", states="RUS UKR", date="2022-02/..")
    story.event("sanctions", states="PRK RUS", by=("UN",))
    story.credit("Asharq Al-Awsat").credit("AFP")
    story.segments = [
        Segment(Span(0, middle), "Asharq Al-Awsat"),
        Segment(Span(middle, len(story.text)), "AFP"),
    ]
    return story


def nothing_new() -> Story:
    """Give the report of 8 November 2024 on what the Russian president said of the treaty."""
    story = Story("nothing new", "2024-11-08", outlet="Example Daily", language="id", parties="")
    _people(story)
    mention = story.agreement(
        names=("Perjanjian Kemitraan Strategis Komprehensif",),
        form="treaty",
        topics=("partnership",),
        text="The accord they have just put their names to",
    )
    story.act(
        "signature", "2024-06", by=(PUTIN, KIM), states="PRK RUS", place="Pyongyang", at=mention
    )
    story.time("recent", at=Span(mention.start + 21, mention.start + 25))
    story.agreement(key="T", parties="PRK SUN", relation="returns-to", of="A")
    quote = "We had such an accord in Soviet days. That accord is over, and we are back at it."
    said = story.statement(PUTIN, quote, uttered="2024-11-07", state="RUS")
    story.time("era", "1922/1991", at=Span(said.start + 25, said.start + 36))
    ended = Span(said.start + 38, said.start + 57)
    story.act("termination", key="T", at=ended, states="", by=(), via=PUTIN)
    _mention(story, "A", Span(said.start + 7, said.start + 21))
    story.claim(PUTIN, "denies", "the treaty is new", "2024-11-07", state="RUS", manner="evaluate")
    story.act("joint-exercise", status="planned", via=PUTIN, states="PRK RUS")
    story.provision(
        "no-adverse-treaty", bearers="PRK RUS", force="shall-not", scope="infringing-sovereignty"
    )
    story.provision(
        "mutual-assistance",
        bearers="PRK RUS",
        beneficiary="attacked-party",
        trigger="armed-attack",
        qualifiers=("un-charter",),
    )
    story.statement(PUTIN, "truly an innovative document", uttered="2024-06-19", state="RUS")
    story.act("implementation-decision", status="planned", via=PUTIN, states="PRK RUS", by=(PUTIN,))
    row = story.line("The agreement was made public amid reports of thousands of soldiers sent")
    story.act("text-agreed", at=Span(row.start, row.start + 29), states="PRK RUS")
    story.time("amid", at=Span(row.start + 30, row.start + 34))
    story.claim(
        "reports",
        "asserts",
        TROOPS,
        at=Span(row.start + 35, row.end),
        manner="report",
        quantity=("~", "thousands", "troops"),
    )
    story.claim("Volodymyr Zelensky", "asserts", TROOPS, state="UKR", manner="confirm")
    story.claim("ambassador of RUS", "denies", "PRK troops at front", state="RUS")
    story.claim("PRK", "neither", TROOPS, manner="hypothetical")
    story.event("armed-conflict", framing="conflict", states="UKR")
    story.credit("Dan Tri")
    return story


def _mention(story: Story, key: str, span: Span) -> None:
    for place, finding in enumerate(story.findings):
        if getattr(finding, "key", None) == key:
            story.findings[place] = replace(finding, mentions=(*finding.mentions, span))


def signed() -> Story:
    """Give the report of 19 June 2024, the day of signature."""
    story = Story("signed", "2024-06-19", outlet="Tribunnews", language="id", parties="")
    _people(story)
    story.agreement(names=("pakta kemitraan strategis",), form="pact", topics=("partnership",))
    story.act("signature", "2024-06-19", by=(PUTIN,), states="PRK RUS", place="PRK")
    story.provision(
        "mutual-assistance",
        bearers="PRK RUS",
        beneficiary="attacked-party",
        trigger="aggression",
        via=PUTIN,
        force="will",
    )
    tass = story.statement(PUTIN, uttered="2024-06-19", state="RUS")
    story.credit("TASS", scope=tass, organ_of="RUS")
    story.event("armed-conflict", framing="operation", states="RUS UKR", via=PUTIN)
    story.agreement(key="F", parties="PRK SUN", relation="older", of="A")
    row = story.line("After the Korean War they made their first accord, seventy-five years ago")
    story.act("signature", "1949~", key="F", at=Span(row.start + 22, row.end), states="")
    story.time("era", "1950/1953", at=Span(row.start + 10, row.start + 20))
    return story


def reaffirmed() -> Story:
    """Give the report of 2 November 2024 that uses paragraphs of June again."""
    story = Story("reaffirmed", "2024-11-02", outlet="TEMPO.CO", language="id", parties="")
    _people(story)
    story.agreement(names=("perjanjian kemitraan baru",), form="treaty", topics=("partnership",))
    met = story.act(
        "reaffirmation",
        "[..2024-11-02]",
        by=("Choe Son Hui", "Sergei Lavrov"),
        states="PRK RUS",
        place="Moscow",
        reported_on="2024-11-02",
    )
    story.credit("KCNA", scope=met, organ_of="PRK")
    for accuser in ("NATO", "KOR", "USA", "UKR"):
        story.claim(accuser, "asserts", TROOPS, manner="confirm")
    story.provision(
        "mutual-assistance",
        bearers="PRK RUS",
        beneficiary="attacked-party",
        trigger="armed-attack",
        force="will",
    )
    story.act("text-agreed", "2024-06-19", by=(PUTIN,), states="PRK RUS")
    row = story.line("They promised it in the accord they put their names to this week")
    story.act("signature", "2024-06-17/2024-06-23", at=row, states="PRK RUS")
    story.day("2024-06-17/2024-06-23", at=Span(row.end - 9, row.end), anchor="paragraph")
    article = story.provision(
        "mutual-assistance",
        bearers="PRK RUS",
        beneficiary="attacked-party",
        trigger="armed-invasion",
        timing="without-delay",
        verbatim=True,
    )
    story.provision(
        "no-adverse-treaty",
        bearers="PRK RUS",
        force="shall-not",
        scope="infringing-core-interests",
    )
    story.credit("KCNA", scope=article, organ_of="PRK")
    return story


def _people(story: Story) -> None:
    story.person(PUTIN, "RUS", office="president")
    story.person(KIM, "PRK", office="leader")
    story.person("Andrei Rudenko", "RUS")
    story.person("Kim Jong Gyu", "PRK")


def five() -> list[Story]:
    """Give the five reports."""
    return [ratified(), in_force(), nothing_new(), signed(), reaffirmed()]
