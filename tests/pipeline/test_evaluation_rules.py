"""When a finding counts as right: each rule of docs/reference/evaluation.md by itself."""

from __future__ import annotations

from typing import Any

import pytest

from traktat.model.dates import parse
from traktat.model.findings import (
    ActFinding,
    AgreementFinding,
    ClaimFinding,
    DateFinding,
    Finding,
    ProvisionFinding,
    Reading,
    StatementFinding,
)
from traktat.model.kinds import ActKind, Force, Form, Manner, ProvisionKind, Stance, Status
from traktat.model.reports import Furniture, Origin, Report
from traktat.model.spans import Span
from traktat.pipeline.evaluation.acts import acts
from traktat.pipeline.evaluation.figures import Figures, Layer
from traktat.pipeline.evaluation.layers import (
    Case,
    agreements,
    claims,
    dates,
    direct,
    mask,
    origins,
    outlet,
    provisions,
    published,
)
from traktat.pipeline.evaluation.matching import pair, paragraph_around, place_of, places_in_order

TEXT = (
    "Valdoria and Norland signed the pact in May.\n"
    "“We keep our word in May and ever after,” said Ada Ström.\n"
    "Norland will warn Valdoria before any exercise."
)


def case(labels: dict[str, Any], *findings: Finding, **head: Any) -> Case:
    report = Report(path="r.txt", text=TEXT, sha256="0" * 64, language="en", **head)
    return Case("r", TEXT, labels, Reading(report, findings))


def at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"span": Span(start, start + len(words)), "quote": words}


def date(words: str, value: str) -> DateFinding:
    return DateFinding(**at(words), when=parse(value))


def pact(*parties: str, key: str = "X") -> AgreementFinding:
    return AgreementFinding(**at("the pact"), key=key, parties=parties)


def signed(when: str | None = None, **more: Any) -> ActFinding:
    values = {"agreement": "X", "act": ActKind.SIGNATURE, "status": Status.OCCURRED, **more}
    return ActFinding(**at("signed"), date=parse(when) if when else None, **values)


def test_pairs_are_one_for_one_and_the_closest_come_first() -> None:
    paired = pair([10, 20], [19, 21, 11], lambda a, b: abs(a - b) < 10, lambda a, b: (-abs(a - b),))
    assert sorted(paired.pairs) == [(10, 11), (20, 19)]
    assert (paired.missed, paired.extra) == ([], [21])


def test_places_are_looked_for_in_order_then_from_the_top() -> None:
    first, second = TEXT.index("May"), TEXT.rindex("May")
    spans = places_in_order(TEXT, ["in May", "May", "Norland signed", "never", ""])
    assert [span and span.start for span in spans] == [
        *(first - 3, second, TEXT.index("Norland"), None, None)
    ]


def test_a_place_is_the_shortest_stretch_between_its_ends() -> None:
    assert place_of("a b a c", "a", "c") == Span(4, 7)
    assert place_of("a b", "a", "c") is None
    assert place_of("a b", "") is None
    assert paragraph_around("one\ntwo\nthree", Span(5, 6)) == Span(4, 7)
    assert paragraph_around("one", Span(0, 1)) == Span(0, 3)


@pytest.mark.parametrize(
    ("value", "right"), [("2024-05", 1), ("2024-06", 0), ("2024-05~", 1), ("2024-05-01", 0)]
)
def test_a_date_is_right_with_its_value(value: str, right: int) -> None:
    outcome = dates(case({"dates": [["May", "2024-05"]]}, date("in May", value)))
    assert outcome.figures == Figures(right, 1, 1)
    assert [item.what for item in outcome.mistakes] == ["wrong"] * (1 - right)


def test_of_two_dates_on_one_expression_the_right_one_is_taken() -> None:
    labels = {"dates": [["May", "2024-05"]]}
    outcome = dates(case(labels, date("in May", "2023-05"), date("May", "2024-05")))
    assert outcome.figures == Figures(1, 2, 1)
    assert [(item.what, item.found) for item in outcome.mistakes] == [("extra", "2023-05")]


def test_agreements_are_sets_of_parties() -> None:
    labels = {"agreements": [{"key": "A", "parties": ["XVA", "XNO"]}, {"key": "B"}]}
    outcome = agreements(case(labels, pact("XNO", "XVA"), pact("XNO", "XVA", key="Y")))
    assert outcome.figures == Figures(1, 1, 2)


def act_figures(label: dict[str, Any], parties: list[str], *findings: Finding) -> list[Figures]:
    row = {"agreement": "A", "act": "signature", "status": "occurred", **label}
    labels = {"agreements": [{"key": "A", "parties": parties}], "acts": [row]}
    return [outcome.figures for outcome in acts(case(labels, *findings))]


def test_an_act_needs_kind_status_and_a_party_in_common() -> None:
    ours, both = ["XNO", "XVA"], Figures(1, 1, 1)
    assert act_figures({}, ours, pact("XNO", "XVA"), signed()) == [both, both]
    assert act_figures({}, ours, pact("XNO"), signed()) == [both, Figures(0, 1, 1)]
    assert act_figures({}, ours, pact("XSA"), signed())[0] == Figures(0, 1, 1)
    assert act_figures({"status": "planned"}, ours, pact("XNO"), signed())[0].right == 0


def test_parties_that_are_not_all_named_must_not_contradict() -> None:
    both = Figures(1, 1, 1)
    assert act_figures({}, ["MULTI"], pact("XSA", "XNO"), signed()) == [both, both]
    assert act_figures({}, ["MULTI", "XVA"], pact("XSA", "XNO"), signed()) == [
        *(both, Figures(0, 1, 1))
    ]
    assert act_figures({}, ["NSA:Dawn", "XVA"], pact("XSA"), signed())[0] == both


def test_an_act_told_again_is_no_false_find() -> None:
    ours, day = ["XNO", "XVA"], {"date": "2024-05-03"}
    told = [pact(*ours), signed("2024"), signed(), signed("2024-05-03"), signed("2024-05-03")]
    assert act_figures(day, ours, *told) == [Figures(1, 1, 1), Figures(1, 1, 1)]
    other = act_figures(day, ours, pact(*ours), signed("2024-05-03"), signed("2023-01-01"))
    assert other == [Figures(1, 2, 1), Figures(1, 2, 1)]


def said(words: str, speaker: str, **more: Any) -> StatementFinding:
    return StatementFinding(**at(words), speaker=speaker, form=Form.DIRECT, **more)


@pytest.mark.parametrize(
    ("words", "speaker", "right"),
    [
        ("We keep our word in May and ever after", "Strom", 1),
        ("We keep our word in May", "Ada Ström", 1),
        ("We keep our word in May and ever after", "Ada Lind", 0),
        ("We keep", "Ada Ström", 0),
    ],
)
def test_a_statement_needs_most_of_its_words_and_its_speaker(
    words: str, speaker: str, right: int
) -> None:
    row = {"speaker": "Ada Ström", "form": "direct", "first": "We keep our", "last": "ever after"}
    outcome = direct(case({"statements": [row]}, said(words, speaker)))
    assert outcome.figures == Figures(right, 1, 1)
    assert bool(outcome.mistakes) is not bool(right)


def test_a_code_of_a_state_fits_whoever_speaks_for_it() -> None:
    row = {"speaker": "XNO", "form": "direct", "first": "We keep our", "last": "ever after"}
    words = "We keep our word in May and ever after"
    outcome = direct(case({"statements": [row]}, said(words, "Ada Ström", state="XNO")))
    assert outcome.figures.right == 1


def claim(words: str, stance: Stance = Stance.DENIES, **more: Any) -> ClaimFinding:
    return ClaimFinding(**at(words), by="Ada Ström", stance=stance, topic="a pact", **more)


def test_a_claim_stands_in_the_paragraph_of_its_label() -> None:
    labels = {"claims": [{"by": "Ström", "stance": "denies", "near": "We keep our"}]}
    assert claims(case(labels, claim("said"))).figures == Figures(1, 1, 1)
    assert claims(case(labels, claim("exercise"))).figures == Figures(0, 1, 1)
    assert claims(case(labels, claim("said", Stance.ASSERTS))).figures == Figures(0, 1, 1)


def test_a_claim_finer_than_the_labels_is_never_false() -> None:
    fear = claim("said", Stance.ASSERTS, manner=Manner.FEAR)
    accused = claim("said", Stance.ASSERTS, manner=Manner.ACCUSE)
    assert claims(case({}, fear)).figures == Figures(0, 0, 0)
    assert claims(case({}, accused)).figures == Figures(0, 1, 0)


def rule(kind: ProvisionKind, words: str, *bearers: str) -> ProvisionFinding:
    values = {"agreement": "X", "provision": kind, "force": Force.WILL, "bearers": bearers}
    return ProvisionFinding(**at(words), **values)


@pytest.mark.parametrize(
    ("found", "figures"),
    [
        (rule(ProvisionKind.CONSULTATION, "will warn", "XNO"), Figures(1, 1, 1)),
        (rule(ProvisionKind.OTHER, "will warn", "XNO"), Figures(1, 1, 1)),
        (rule(ProvisionKind.CONSULTATION, "will warn", "XVA"), Figures(0, 1, 1)),
        (rule(ProvisionKind.TRADE, "will warn", "XNO"), Figures(0, 1, 1)),
        (rule(ProvisionKind.CONSULTATION, "signed", "XNO"), Figures(0, 0, 1)),
    ],
)
def test_a_provision_needs_kind_paragraph_and_bearer(
    found: ProvisionFinding, figures: Figures
) -> None:
    row = {"kind": "consultation", "bearers": ["XNO"], "near": "will warn"}
    assert provisions(case({"provisions": [row]}, found)).figures == figures


def test_origins_and_furniture_are_counted_once() -> None:
    labels = {"origins": ["Reuters", "AFP"], "mask": ["Valdoria and", "Norland signed", "said"]}
    credited = tuple(Origin(name=name, span=Span(0, 3)) for name in ("afp", "AFP", "TASS"))
    found = case(labels, origins=credited, mask=(Furniture(Span(0, 44), "advert"),))
    assert origins(found).figures == Figures(1, 2, 2)
    assert mask(found).figures == Figures(1, 1, 3)


def test_outlet_and_day_are_scored_where_they_are_labelled() -> None:
    assert outlet(case({"outlet": ""})) is None
    assert published(case({})) is None
    labels = {"outlet": "Dagens.com", "published": "2024-05-04"}
    known = case(labels, outlet="DAGENS", published=parse("2024-05-04"))
    for outcome in (outlet(known), published(known)):
        assert outcome is not None
        assert outcome.figures == Figures(1, 1, 1)
    missed = outlet(case(labels))
    assert missed is not None
    assert missed.figures == Figures(0, 1, 1)
    assert [(item.layer, item.what) for item in missed.mistakes] == [(Layer.OUTLET, "missed")]
