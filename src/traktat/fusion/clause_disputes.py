"""Rules for renditions of a clause that differ in one of its columns."""

from __future__ import annotations

from collections.abc import Iterator

from traktat.fusion.clauses import Rule, is_key
from traktat.fusion.disputes import (
    Collected,
    against_the_first,
    by_value,
    dispute,
    preferred_of,
    stronger,
)
from traktat.fusion.outliers import DROPPED, GARBLED, INVERTED, scope_words
from traktat.fusion.provisions import Clause, narrowest
from traktat.model.kinds import ActKind, DisagreementClass, Force, ProvisionKind
from traktat.model.records import Disagreement
from traktat.sentences import Sentence, sentence

DUTY = frozenset({Force.SHALL, Force.WILL})
"""Forces that bind: a paper's plain future stands for the duty of the clause."""

ATTACK = frozenset({"attack", "invasion", "aggression", "war", "attacked"})
"""Words for one trigger of assistance; reports exchange them freely."""

_NONE = sentence("none given")  # of the qualifiers of a clause

AT_ONCE = frozenset({"without-delay", "immediately", "at-once"})


def _about(clause: Clause, what: str) -> str:
    return f"provision:{clause.kind.value}:{what}"


def _roles(rule: Rule) -> Sentence:
    finding, somebody = rule.finding, sentence("somebody")
    roles = {
        "bearers": "+".join(finding.bearers) or somebody,
        "served": finding.beneficiary or somebody,
    }
    if not finding.trigger:
        return sentence("{bearers:parties} to {served:role}", **roles)
    return sentence(
        "{bearers:parties} to {served:role} on {trigger:key}", trigger=finding.trigger, **roles
    )


def roles_turned_round(found: Collected) -> Iterator[Disagreement]:
    """A rendition that makes the attacker or the protected side the debtor is garbled."""
    for clause in found.clauses:
        turned = clause.flagged(INVERTED)
        sound = clause.without(INVERTED)
        if turned and sound:
            held = _roles(max(sound, key=lambda one: (len(_roles(one)), one.place)))
            yield dispute(
                _about(clause, "roles"),
                DisagreementClass.GARBLED_COPY,
                [(held, sound), (_turned_round(turned[0]), turned)],
                dossier=found.dossier,
                prefer=held,
                why=sentence("another rendition has the roles the other way round")
                if len(sound) == 1
                else sentence(
                    "{count:number} other renditions have the roles the other way round",
                    count=len(sound),
                ),
                rule="roles-inverted",
            )


def _turned_round(rule: Rule) -> Sentence:
    return sentence("turned round: {roles}", roles=_roles(rule))


def qualifiers_left_out(found: Collected) -> Iterator[Disagreement]:
    """A report that leaves a qualifier out does not deny it; the record keeps all of them."""
    for clause in found.clauses:
        voices = clause.without(DROPPED)
        values = by_value(voices, (_qualifiers(voice) for voice in voices))
        if len(values) > 1:
            yield dispute(
                _about(clause, "qualifiers"),
                DisagreementClass.IMPRECISION,
                values.items(),
                dossier=found.dossier,
                prefer=_joined(clause.provision.qualifiers),
                why=sentence("silence is not denial: what one report has, another leaves out"),
                rule="silence-is-not-denial",
            )


def _qualifiers(rule: Rule) -> str:
    return _joined(narrowest(rule.finding.qualifiers))


def _joined(qualifiers: tuple[str, ...]) -> str:
    return sentence("{keys:keys}", keys="+".join(qualifiers)) if qualifiers else _NONE


def qualifier_dropped_from_a_quotation(found: Collected) -> Iterator[Disagreement]:
    """A clause quoted word for word without a qualifier that others have has lost it."""
    for clause in found.clauses:
        dropped = clause.flagged(DROPPED)
        full = [voice for voice in clause.voices if voice.finding.qualifiers]
        if dropped and full:
            held = _joined(clause.provision.qualifiers)
            yield dispute(
                _about(clause, "qualifiers"),
                DisagreementClass.GARBLED_COPY,
                [(held, full), (sentence("dropped"), dropped)],
                dossier=found.dossier,
                prefer=held,
                why=sentence("a quotation lacks what other renditions of the clause have"),
                rule="qualifier-dropped",
            )


def scopes_that_differ(found: Collected) -> Iterator[Disagreement]:
    """A scope that shares nothing with the others is garbled; scopes that meet are imprecise."""
    for clause in found.clauses:
        garbled = [voice for voice in clause.flagged(GARBLED) if voice.finding.scope]
        bare = [voice for voice in clause.flagged(GARBLED) if not voice.finding.scope]
        apt = [voice for voice in clause.without(GARBLED) if voice.finding.scope]
        held = clause.provision.scope
        if (garbled or bare) and apt and held:
            sides = by_value(garbled, (voice.finding.scope for voice in garbled))
            sides |= {sentence("garbled"): bare} if bare else {}
            for value, told in sides.items():
                yield dispute(
                    _about(clause, "scope"),
                    DisagreementClass.GARBLED_COPY,
                    [(held, apt), (value, told)],
                    dossier=found.dossier,
                    prefer=held,
                    why=sentence("this scope shares nothing with what other reports give"),
                    rule="scope-garbled",
                )
        yield from _scopes(found, clause, apt)


def _scopes(found: Collected, clause: Clause, voices: list[Rule]) -> Iterator[Disagreement]:
    scopes = by_value(voices, (voice.finding.scope for voice in voices))
    for one, other in against_the_first(found.dossier, scopes):
        if not (is_key(one) and is_key(other)):
            continue  # words of a language cannot be compared with those of another
        meet = bool(scope_words(one) & scope_words(other))
        yield dispute(
            _about(clause, "scope"),
            DisagreementClass.IMPRECISION if meet else DisagreementClass.CONTRADICTION,
            [(one, scopes[one]), (other, scopes[other])],
            dossier=found.dossier,
            prefer=preferred_of(found.dossier, scopes, one, other),
            why=sentence("the scopes meet")
            if meet
            else sentence("the scopes have nothing in common"),
            rule="scopes-meet" if meet else "scopes-differ",
        )


def forces_that_differ(found: Collected) -> Iterator[Disagreement]:
    """Between "shall" and "will" there is only a tense, between a duty and a permission more."""
    for clause in found.clauses:
        forces = by_value(clause.voices, (voice.finding.force for voice in clause.voices))
        for one, other in against_the_first(found.dossier, forces):
            if {Force(one), Force(other)} <= DUTY:
                continue
            yield dispute(
                _about(clause, "force"),
                DisagreementClass.CONTRADICTION,
                [(one, forces[one]), (other, forces[other])],
                dossier=found.dossier,
                prefer=preferred_of(found.dossier, forces, one, other),
                why=sentence("a clause binds, forbids or permits: not two of them"),
                rule="force",
            )


def discretion_claimed(found: Collected) -> Iterator[Disagreement]:
    """A party that will decide itself whether and how stands against a clause that binds."""
    claims = [
        one for one in found.happenings if one.act is ActKind.IMPLEMENTATION_DECISION and one.told
    ]
    binding = [one for one in found.clauses if one.provision.force in DUTY]
    main = [one for one in binding if one.kind is ProvisionKind.MUTUAL_ASSISTANCE] or binding[:1]
    for clause in main:
        for claim in claims:
            duty = [voice for voice in clause.voices if voice.finding.force in DUTY]
            yield dispute(
                _about(clause, "force"),
                DisagreementClass.CONTRADICTION,
                [(f"{clause.provision.force}", duty), (sentence("own decision"), claim.told)],
                dossier=found.dossier,
                prefer=None,
                why=sentence(
                    "the clause binds; a party says it will decide itself whether and how"
                ),
                rule="discretion-claimed",
            )


LINKING = frozenset({"after", "and", "of", "or", "day", "week", "month", "year"})
"""Words of a trigger that tell neither a step nor an event."""


def triggers_that_differ(found: Collected) -> Iterator[Disagreement]:
    """Attack, invasion and aggression are one trigger in several words; others differ."""
    for clause in found.clauses:
        voices = clause.without(INVERTED)
        triggers = by_value(voices, (voice.finding.trigger for voice in voices))
        for one, other in against_the_first(found.dossier, triggers):
            alike = _one_trigger(one, other)
            yield dispute(
                _about(clause, "trigger"),
                DisagreementClass.IMPRECISION if alike else DisagreementClass.CONTRADICTION,
                [(one, triggers[one]), (other, triggers[other])],
                dossier=found.dossier,
                prefer=clause.provision.trigger
                if alike
                else preferred_of(found.dossier, triggers, one, other),
                why=sentence("one trigger in several words")
                if alike
                else sentence("the clause has one trigger"),
                rule="trigger-wording" if alike else "two-triggers",
            )


def _one_trigger(one: str, other: str) -> bool:
    """Tell whether two triggers can be one: they count alike, and name a thing in common."""
    left, right = set(one.split("-")), set(other.split("-"))
    counts = [{word for word in words if word[:1].isdigit()} for words in (left, right)]
    if all(counts) and counts[0] != counts[1]:
        return False
    shared = {word.rstrip("s") for word in left} & {word.rstrip("s") for word in right}
    return bool(shared - LINKING - counts[0]) or bool(left & ATTACK and right & ATTACK)


def timings_that_differ(found: Collected) -> Iterator[Disagreement]:
    """Two periods for one step exclude each other; "at once" and "without delay" do not."""
    for clause in found.clauses:
        timings = by_value(clause.voices, (voice.finding.timing for voice in clause.voices))
        for one, other in against_the_first(found.dossier, timings):
            if {one, other} <= AT_ONCE:
                continue
            numbers = [any(map(str.isdigit, each)) for each in (one, other)]
            sort = (
                DisagreementClass.CONTRADICTION if all(numbers) else DisagreementClass.IMPRECISION
            )
            yield dispute(
                _about(clause, "timing"),
                sort,
                [(one, timings[one]), (other, timings[other])],
                dossier=found.dossier,
                prefer=preferred_of(found.dossier, timings, one, other),
                why=sentence("two periods for one step")
                if all(numbers)
                else sentence("said more or less exactly"),
                rule="timing",
            )


def bearers_that_differ(found: Collected) -> Iterator[Disagreement]:
    """Renditions that bind different sides: fewer is less precise, others are a contradiction."""
    for clause in found.clauses:
        voices = clause.without(INVERTED)
        bearers = by_value(voices, ("+".join(sorted(one.finding.bearers)) for one in voices))
        for one, other in against_the_first(found.dossier, bearers):
            left, right = set(one.split("+")), set(other.split("+"))
            within = left < right or right < left
            more = stronger(found.dossier, bearers[one], bearers[other])
            yield dispute(
                _about(clause, "bearers"),
                DisagreementClass.IMPRECISION if within else DisagreementClass.CONTRADICTION,
                [(one, bearers[one]), (other, bearers[other])],
                dossier=found.dossier,
                prefer=one if more else None,
                why=sentence("one names fewer of those bound")
                if within
                else sentence("they bind different sides"),
                rule="bearers",
            )
