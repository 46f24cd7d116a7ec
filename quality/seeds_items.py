"""The ten groups of items: each checker says for one item whether it was read rightly.

A finding counts for an item only if the two share characters of the same report; then its
values must be the item's. Each checker's docstring is its rule.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from seeds_checklist import Item, Outcome, Run, overlap
from seeds_matching import code_of, person_of, same_person, same_time, share, words

from traktat.model.dates import parse
from traktat.model.findings import (
    ActFinding,
    ClaimFinding,
    DateFinding,
    NameFinding,
    ProvisionFinding,
    StatementFinding,
    TimeFinding,
    plain,
)
from traktat.model.kinds import ActKind, Chamber, Force, Form, Manner, ProvisionKind, Stance, Status
from traktat.model.records import Claim
from traktat.model.reports import Origin
from traktat.model.spans import Span

Checker = Callable[[Run, Item], Outcome]
WHOLE = 0.5  # share of an utterance that must agree, both ways

_ACTS: dict[str, tuple[ActKind, Chamber | None]] = {
    "approval_lower_house": (ActKind.APPROVAL, Chamber.LOWER),
    "approval_upper_house": (ActKind.APPROVAL, Chamber.UPPER),
    "approval_parliament": (ActKind.APPROVAL, None),
    "head_of_state_assent": (ActKind.RATIFICATION, None),
    "ratification_domestic": (ActKind.RATIFICATION, None),
    "exchange_of_instruments": (ActKind.EXCHANGE, None),
    "text_prepared": (ActKind.TEXT_AGREED, None),
}
_PROVISIONS = {
    "DEFENSE": ProvisionKind.MUTUAL_ASSISTANCE,
    "NO_HOSTILE_TREATY": ProvisionKind.NO_ADVERSE_TREATY,
    "NO_MUTUAL_SANCTIONS": ProvisionKind.NO_SANCTIONS,
    "ENTRY_INTO_FORCE_CLAUSE": ProvisionKind.ENTRY_INTO_FORCE,
}
_QUALIFIERS = {
    "UN Charter Art. 51": "un-charter-51",
    "as permitted by UN Charter": "un-charter",
    "national law": "national-law",
}
_FLAGS = {
    "role_inversion": "roles-inverted",
    "scope_garbled": "scope-garbled",
    "qualifier_dropped": "qualifier-dropped",
}
STANCES: dict[str, tuple[Stance, tuple[Manner | None, ...]]] = {
    "accuse": (Stance.ASSERTS, (Manner.ACCUSE,)),
    "assert": (Stance.ASSERTS, (None,)),
    "confirm": (Stance.ASSERTS, (Manner.CONFIRM,)),
    "counter_accuse": (Stance.ASSERTS, (Manner.COUNTER_ACCUSE,)),
    "decline": (Stance.NEITHER, (Manner.DECLINE,)),
    "deny": (Stance.DENIES, (None,)),
    "fear/possible": (Stance.ASSERTS, (Manner.FEAR,)),
    "hypothetical_justify": (Stance.NEITHER, (Manner.HYPOTHETICAL,)),
    "neither_confirm_nor_deny": (Stance.NEITHER, (None, Manner.DECLINE)),
    "presuppose": (Stance.ASSERTS, (Manner.PRESUPPOSE,)),
    "report": (Stance.ASSERTS, (Manner.REPORT,)),
    "report concern": (Stance.ASSERTS, (Manner.FEAR, Manner.REPORT)),
}
_OFFICES = {
    "president (metonym)": "president",
    "president (anaphor)": "president",
    "defence minister": "defence-minister",
    "permanent representative to the UN": "permanent-representative",
    'vice foreign ministers, distributed over "kedua negara"': "deputy-foreign-minister",
}
_BODIES = ("house", "forum", "organisation")  # offices that are bodies, which hold no office


def date(run: Run, item: Item) -> Outcome:
    """A `date` or `time` finding shares characters with the item; first and last day are equal."""
    found = cast("list[DateFinding | TimeFinding]", run.over(item, "date", "time"))
    right = any(same_time(item.get("edtf"), one.when) for one in found)
    told = ", ".join(f"{one.quote} = {one.when}" for one in found)
    return Outcome(item.id, right, item.get("edtf"), told or "-")


def act(run: Run, item: Item) -> Outcome:
    """Type, chamber, actors, day and status agree; where there is a trap, nobody fell into it.

    *Type* and chamber as DESIGN.md section 3 maps them. *Actors*: the states are the same set,
    and every person is among `by`. *Day*: the finding's own; where the checklist gives one
    unknown day `[a..b]`, which only several reports together give, the day of the record's act
    that rests on the finding must lie inside, and a planned act with no day lies in an open
    future. *Trap*: no signature is read inside the item.
    """
    kind, chamber = _ACTS.get(item.get("act"), (None, None))
    kind = kind or ActKind(item.get("act").replace("_", "-"))
    found = cast("list[ActFinding]", run.over(item, "act"))
    right = any(
        (one.act, one.chamber) == (kind, chamber)
        and _status(item) is one.status
        and _actors_agree(item, one)
        and _day_agrees(run, item, one)
        for one in found
    )
    trapped = "trap" in item.says and any(one.act is ActKind.SIGNATURE for one in found)
    expected = f"{kind} {item.get('actor')} {item.get('date')} {item.get('modality')}"
    told = "; ".join(f"{one.act} {one.by} {one.states} {one.date} {one.status}" for one in found)
    return Outcome(item.id, right and not trapped, expected, told or "-")


def _status(item: Item) -> Status:
    """Give the status of a modality; what is possible or up to somebody is planned."""
    return Status.OCCURRED if item.get("modality") == "occurred" else Status.PLANNED


def _actors_agree(item: Item, found: ActFinding) -> bool:
    actors = item.get("actor")
    if actors == ["treaty"]:
        return True
    codes = {code for actor in actors if (code := code_of(actor))}
    persons = [person for actor in actors if (person := person_of(actor))]
    named = all(any(same_person(person, one) for one in found.by) for person in persons)
    return named and set(found.states) == codes


def _day_agrees(run: Run, item: Item, found: ActFinding) -> bool:
    value = item.get("date")
    if value is None:
        return found.date is None
    if same_time(value, found.date):
        return True
    if not value.startswith("["):
        return False
    wanted = parse(value)
    if value.endswith("..]"):
        return found.status is Status.PLANNED and found.date is None
    days = [one.date for one in run.rests_on(item.doc, found) if one.date]
    return any(wanted.first <= one.first and one.last <= wanted.last for one in days)


def provision(run: Run, item: Item) -> Outcome:
    """Kind, debtor, trigger, qualifiers, doubts and plain force words of the clause agree.

    What the checklist does not say is not compared. *Debtor*: "each party", "the other party"
    bind all parties of the agreement. *Trigger*: the same noun (attack, aggression, invasion).
    *Qualifiers*: the same set; `null` is the empty set. A *garbled* field must be flagged on the
    finding, or on its rendition in the record, and is not compared further. *Force*: only where
    the checklist says "shall not" or "may".
    """
    kind = item.get("ptype")
    wanted = _PROVISIONS.get(kind) or ProvisionKind(_kind_word(kind))
    found = cast("list[ProvisionFinding]", run.over(item, "provision"))
    right = any(
        one.provision is wanted
        and _debtor_agrees(run, item, one)
        and _trigger_agrees(item, one)
        and _qualifiers_agree(item, one)
        and _is_flagged(run, item, one)
        and _force_agrees(item, one)
        for one in found
    )
    fields = ("obligor", "trigger", "condition", "qualifier", "flag", "force")
    said = " ".join(f"{name}={item.get(name)!r}" for name in fields if name in item.says)
    told = "; ".join(
        f"{one.provision} {one.bearers} {one.force} {one.trigger} {one.qualifiers} {one.flags}"
        for one in found
    )
    return Outcome(item.id, right, f"{wanted} {said}", told or "-")


def _kind_word(kind: str) -> str:
    return "cooperation" if kind.startswith("COOP") else kind.lower().replace("_", "-")


def _debtor_agrees(run: Run, item: Item, found: ProvisionFinding) -> bool:
    obligor = item.get("obligor")
    if obligor is None or obligor.startswith("GARBLED"):
        return True
    return set(found.bearers) == set(run.main.parties)


def _trigger_agrees(item: Item, found: ProvisionFinding) -> bool:
    wanted = item.get("trigger") or item.get("condition")
    if wanted is None or wanted.startswith("GARBLED"):
        return True
    there = set((found.trigger or "").split("-"))
    stems = {"attack": "attack", "aggression": "aggression", "invasion": "invasion"}
    stems |= {"exchange": "exchange"}
    named = {noun for stem, noun in stems.items() if stem in wanted}
    return bool(named & there)


def _qualifiers_agree(item: Item, found: ProvisionFinding) -> bool:
    if "qualifier" not in item.says:
        return True
    wanted = {_QUALIFIERS[one] for one in item.get("qualifier") or ()}
    return wanted == set(found.qualifiers)


def _is_flagged(run: Run, item: Item, found: ProvisionFinding) -> bool:
    flag = (item.get("flag") or "").split(" ")[0]
    if not flag:
        return True
    report = run.readings[item.doc].report.id
    renditions = [
        one
        for clause in run.main.provisions
        for one in clause.renditions
        if one.report == report and one.span == found.span
    ]
    return any(_FLAGS[flag] in one.flags for one in (found, *renditions))


def _force_agrees(item: Item, found: ProvisionFinding) -> bool:
    said = str(item.get("force") or "")
    for start, force in (("shall not", Force.SHALL_NOT), ("may", Force.MAY)):
        if said.startswith(start):
            return found.force is force
    return True


def claim(run: Run, item: Item) -> Outcome:
    """Every claimant has a claim there with the item's stance and manner.

    A state or an unnamed envoy of one is met by its code, a person by name, "(group)", "unnamed"
    and "unattributed" by a claimant that is no state.
    """
    stance, manners = STANCES[item.get("stance").split(" (")[0]]
    found = cast("list[ClaimFinding]", run.over(item, "claim"))
    fitting = [one for one in found if one.stance is stance and _manner_fits(one, manners)]
    claimants = item.get("claimant")
    right = all(any(is_by(name, one) for one in fitting) for name in claimants)
    told = "; ".join(f"{one.by} {one.stance} {one.manner}" for one in found)
    return Outcome(item.id, right, f"{claimants} {item.get('stance')}", told or "-")


def _manner_fits(found: ClaimFinding, manners: tuple[Manner | None, ...]) -> bool:
    return None in manners or found.manner in manners


def is_by(claimant: str, found: ClaimFinding | Claim) -> bool:
    """Tell whether a claim is that claimant's."""
    person = person_of(claimant)
    if person:
        return same_person(person, found.by)
    code = code_of(claimant)
    return found.state == code if code else found.state in (None, "MULTI")


def statement(run: Run, item: Item) -> Outcome:
    """Speaker and mode agree, and at least half of all characters of the two utterances.

    A reported clause is compared without the fragments quoted inside it, which are statements of
    their own. "mixed" is a quoted fragment in what is reported; "nested" needs the inner
    speaker, passed on by the outer one; "indirect" holds for all that is not quoted, a clause or
    the object of a verb ("condemned the embargo").
    """
    found = cast("list[StatementFinding]", run.over(item, "statement"))
    everything = cast("list[StatementFinding]", run.findings(item.doc, "statement"))
    quoted = [one.span for one in everything if one.form is Form.DIRECT]
    right = any(
        _mode_agrees(item.get("mode"), one)
        and _speaks(item.get("speaker"), one)
        and share(item.span, _bare(one, quoted)) >= WHOLE
        for one in found
    )
    told = "; ".join(
        f"{one.speaker} {one.form}{' mixed' * one.mixed} {tuple(one.span)}" for one in found
    )
    expected = f"{item.get('speaker')} {item.get('mode')} {tuple(item.span)}"
    return Outcome(item.id, right, expected, told or "-")


def _bare(found: StatementFinding, quoted: list[Span]) -> Span:
    """Give the utterance up to a fragment that is quoted in it."""
    if found.form is Form.DIRECT:
        return found.span
    inside = [one.start for one in quoted if found.span.start < one.start < found.span.end]
    return Span(found.span.start, min(inside, default=found.span.end))


def _mode_agrees(mode: str, found: StatementFinding) -> bool:
    if mode == "mixed":
        return found.form in (Form.DIRECT, Form.REMARK) and found.mixed
    if mode == "direct":
        return found.form is Form.DIRECT
    return found.form in (Form.INDIRECT, Form.REMARK)


def _speaks(speaker: str, found: StatementFinding) -> bool:
    inner, _, outer = speaker.partition(", via ")
    if outer:
        return found.speaker == inner and same_person(outer, found.via or "")
    if speaker.startswith("unnamed"):
        return found.state is None and bool(found.speaker)
    agency = speaker.split(" (", maxsplit=1)[0]
    if agency.isupper():
        return found.speaker == agency
    names = [one for part in speaker.split(" and ") if (one := person_of(part))]
    return all(any(same_person(name, one) for one in found.speaker.split(", ")) for name in names)


def name(run: Run, item: Item) -> Outcome:
    """A document name there stands for what the checklist says: which agreement, or which other.

    P1 is the main record, T1 and T2 must be in another one; a law, instruments and a class of
    treaties are no agreement.
    """
    found = [one for one in _names(run, item) if one.refers]
    referred = item.get("refers")
    right = bool(found) and _refers(run, item.doc, referred, found[0].refers or "")
    told = "; ".join(f"{one.quote} → {one.refers}" for one in found)
    return Outcome(item.id, right, referred, told or "-")


def _names(run: Run, item: Item) -> list[NameFinding]:
    return cast("list[NameFinding]", run.over(item, "name"))


def _refers(run: Run, doc: str, referred: str, found: str) -> bool:
    for word, refers in (("instruments", "instruments"), (" law", "law"), ("class", "class")):
        if word in referred:
            return found == refers
    record = run.record_of(doc, found)
    if referred.startswith("T"):
        return record is not None and record.id != run.main.id
    return record is not None and record.id == run.main.id


def office(run: Run, item: Item) -> Outcome:
    """Every holder has a name finding there with the office and state of the checklist.

    The state may come from the record, where a report does not give it. Bodies hold no office:
    their state must agree.
    """
    holders = item.get("who").split("; ")
    states = item.get("of").split("; ")
    found = _names(run, item)
    right = all(
        any(_holds(run, item, holder, state, one) for one in found)
        for holder, state in zip(holders, states, strict=True)
    )
    told = "; ".join(f"{one.name} {one.office} {one.state}" for one in found)
    expected = f"{item.get('who')} {item.get('office')} {item.get('of')}"
    return Outcome(item.id, right, expected, told or "-")


def _holds(run: Run, item: Item, holder: str, state: str, found: NameFinding) -> bool:
    wanted = item.get("office")
    if any(word in wanted for word in _BODIES):
        is_body = found.sort.value in ("organ", "organisation")
        return is_body and (found.state == state or found.name == holder)
    if found.office != _OFFICES.get(wanted, wanted.replace(" ", "-")):
        return False
    if holder != "(unnamed)" and not same_person(holder, found.name):
        return False
    return state in (found.state, _state_in_record(run, item, found))


def _state_in_record(run: Run, item: Item, found: NameFinding) -> str | None:
    """Give the state that the record's statements and acts give a person, if it is only one."""
    told = {
        one.state
        for one in run.main.statements
        if one.state and same_person(found.name, one.speaker)
    }
    return told.pop() if len(told) == 1 else None


def origin(run: Run, item: Item) -> Outcome:
    """The credit is read with its scope; a photo credit and a byline are no origin.

    "whole document" is no scope at all; "paragraph …" lies in the paragraph of the credit; an
    item's scope touches that item.
    """
    found = [one for one in run.readings[item.doc].report.origins if one.span.overlaps(item.span)]
    scope = item.get("scope")
    told = "; ".join(f"{one.name} {one.scope and tuple(one.scope)}" for one in found)
    if "not a text origin" in scope or "not origin" in scope:
        return Outcome(item.id, not found, "no origin", told or "-")
    wanted = item.get("origin")
    names = wanted if isinstance(wanted, list) else [wanted]
    right = all(any(_credits(run, item, name, one) for one in found) for name in names)
    return Outcome(item.id, right, f"{wanted} {scope}", told or "-")


def _credits(run: Run, item: Item, wanted: str, found: Origin) -> bool:
    title = wanted.split(" (", maxsplit=1)[0]
    same = words(found.name) == words(title) or _is_described(run, item, title, found)
    return same and _scope_agrees(run, item, found)


def _is_described(run: Run, item: Item, title: str, found: Origin) -> bool:
    """Tell whether an origin the checklist describes in English stands under the text's words."""
    inside = found.name in item.span.of(run.text(item))
    return inside and "portal" in words(title) and "portal" in words(found.name)


def _scope_agrees(run: Run, item: Item, found: Origin) -> bool:
    scope = item.get("scope")
    if scope.startswith("whole document"):
        return found.scope is None
    if found.scope is None:
        return False
    named = [target for part in scope.split(" / ") for target in _targets(run, item, part)]
    if named:
        return any(found.scope.overlaps(one.span) for one in named)
    return paragraph(run.text(item), item.span).holds(found.scope)


def _targets(run: Run, item: Item, part: str) -> list[Item]:
    """Give the item a scope names by its id, or the events it names by what they are."""
    if run.checklist.has(identity := part.split(" ", maxsplit=1)[0]):
        return [run.checklist.item(identity)]
    return [
        one
        for one in run.checklist.of_kind("event")
        if one.doc == item.doc and part in words(one.get("what"))
    ]


def paragraph(text: str, span: Span) -> Span:
    """Give the line a span stands in, with its line break."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end + 1)


def furniture(run: Run, item: Item) -> Outcome:
    """Four fifths of the item lie in the mask, the dateline, a heading, or are a stray mark.

    For a stray mark an issue `stray-mark` must stand inside the item.
    """
    reading = run.readings[item.doc]
    report = reading.report
    if item.get("cls") == "stray full stop":
        issues = [one for one in (*report.issues, *reading.issues) if one.code == "stray-mark"]
        right = any(one.span.overlaps(item.span) for one in issues)
        return Outcome(item.id, right, "stray-mark", plain([one.code for one in issues]) or "-")
    spans = [one.span for one in report.mask] + list(report.headings)
    spans += [report.dateline] if report.dateline else []
    length = item.span.end - item.span.start
    covered = max((overlap(one, item.span) for one in spans), default=0)
    return Outcome(item.id, covered >= 0.8 * length, item.get("cls"), f"{covered}/{length}")


CHECKERS: dict[str, tuple[str, Checker]] = {
    "dates": ("time", date),
    "acts": ("act", act),
    "provisions": ("provision", provision),
    "claims": ("claim", claim),
    "statements": ("statement", statement),
    "names": ("name", name),
    "offices": ("office", office),
    "origins": ("origin", origin),
    "furniture": ("boilerplate", furniture),
}


def outcomes(run: Run, group: str) -> list[Outcome]:
    """Check all items of a group."""
    kind, checker = CHECKERS[group]
    return [checker(run, item) for item in run.checklist.of_kind(kind)]
