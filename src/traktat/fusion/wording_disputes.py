"""Rules for words that name two things at once, and for one thing under many names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from traktat.fusion.disputes import Collected, dispute, edtf
from traktat.fusion.dossiers import Dossier
from traktat.fusion.evidence import Voice
from traktat.fusion.persons import words_of
from traktat.fusion.time_disputes import ERA
from traktat.model.findings import AgreementFinding, EventFinding, StatementFinding, TimeFinding
from traktat.model.kinds import ActKind, DisagreementClass, Form
from traktat.model.records import Disagreement
from traktat.sentences import Sentence, sentence

USUAL = 2  # reports that must agree on a naming before it is the usual one

Lights = dict[str, list[Voice[EventFinding]]]


def two_agreements_in_one_remark(found: Collected) -> Iterator[Disagreement]:
    """A remark that names this agreement and an era that ended before it speaks of two."""
    signed = [one.when for one in found.occurred(ActKind.SIGNATURE) if one.when]
    if not signed:
        return
    birth = min(when.first for when in signed)
    for voice in found.dossier.statements():
        if voice.finding.form is not Form.DIRECT:
            continue
        eras = _eras_within(found.dossier, voice)
        named = _named_within(found.dossier, voice)
        for words in eras:
            if named and words.when and words.when.last < birth:
                yield _mixed(found, voice, words, birth)
                break


def _eras_within(dossier: Dossier, voice: Voice[StatementFinding]) -> list[TimeFinding]:
    span = voice.finding.span
    times = dossier.evidence[voice.report.id].times
    return [one for one in times if one.sense == ERA and span.holds(one.span)]


def _named_within(dossier: Dossier, voice: Voice[StatementFinding]) -> bool:
    """Tell whether a remark names this agreement itself."""
    return any(
        voice.finding.span.holds(mention)
        for one in dossier.evidence[voice.report.id].agreements
        if one.finding.key in dossier.keys[voice.report.id]
        for mention in one.finding.mentions
    )


def _mixed(
    found: Collected, voice: Voice[StatementFinding], words: TimeFinding, birth: date
) -> Disagreement:
    return dispute(
        "statement:reference",
        DisagreementClass.DIFFERENT_PROPOSITIONS,
        [(found.dossier.id, [voice]), (_quoted(words), [voice])],
        dossier=found.dossier,
        prefer=None,
        why=sentence(
            "one remark speaks of an agreement signed {birth:day} and of one of {era:day}",
            birth=birth,
            era=edtf(words.when),
        ),
        rule="two-agreements-in-one-remark",
    )


def _quoted(words: TimeFinding) -> Sentence:
    return sentence("{quote} ({day:day})", quote=words.quote, day=edtf(words.when))


def framings(found: Collected) -> Iterator[Disagreement]:
    """War, operation and conflict are names of one event in the light of who tells it."""
    events: dict[tuple[str, tuple[str, ...]], dict[str, list[Voice[EventFinding]]]] = {}
    for evidence in found.dossier.evidence.values():
        for voice in evidence.events:
            finding = voice.finding
            if finding.framing:
                key = finding.event, finding.states
                events.setdefault(key, {}).setdefault(finding.framing, []).append(voice)
    for (event, states), lights in sorted(_joined(events).items()):
        if len(lights) > 1:
            yield dispute(
                f"event:{event}:{'+'.join(states)}",
                DisagreementClass.FRAMING,
                sorted(lights.items()),
                dossier=found.dossier,
                prefer=None,
                why=sentence("one event under names that take sides"),
                rule="framing",
            )


def _joined(
    events: dict[tuple[str, tuple[str, ...]], Lights],
) -> dict[tuple[str, tuple[str, ...]], Lights]:
    """Put events of one sort together where one report names more of the states than another."""
    out: dict[tuple[str, tuple[str, ...]], Lights] = {}
    for (event, states), lights in sorted(events.items(), key=lambda item: -len(item[0][1])):
        home = next(
            (key for key in out if key[0] == event and set(states) <= set(key[1])), (event, states)
        )
        for light, voices in lights.items():
            out.setdefault(home, {}).setdefault(light, []).extend(voices)
    return out


def names_of_one_instrument(found: Collected) -> Iterator[Disagreement]:
    """A "defense pact" here and a "strategic partnership" there are names of one instrument."""
    lights: dict[tuple[str, ...], list[Voice[AgreementFinding]]] = {}
    for voice in found.dossier.mentions():
        if voice.finding.names and voice.finding.topics:
            lights.setdefault(tuple(sorted(set(voice.finding.topics))), []).append(voice)
    apart = [topics for topics in sorted(lights) if not _overlaps(topics, lights)]
    named = {_best_name(lights[topics]): lights[topics] for topics in apart}
    if len(named) < 2:
        named = _other_sides(lights)
    if len(named) > 1:
        yield dispute(
            "name",
            DisagreementClass.NAMING,
            named.items(),
            dossier=found.dossier,
            prefer=_best_name([voice for voices in lights.values() for voice in voices]),
            why=sentence("linked as one agreement; its reports name it for different sides of it"),
            rule="names-of-one-instrument",
        )


def _other_sides(
    lights: dict[tuple[str, ...], list[Voice[AgreementFinding]]],
) -> dict[str, list[Voice[AgreementFinding]]]:
    """Give the usual name, and those of reports that name another subject beside the usual one."""
    ranked = sorted(lights, key=lambda topics: (-len(lights[topics]), topics))
    if not ranked or len(lights[ranked[0]]) < USUAL:
        return {}
    usual = lights[ranked[0]]
    out = {_best_name(usual): usual}
    for topics in ranked[1:]:
        unlike = _unlike(lights[topics], usual)
        if set(topics) - set(ranked[0]) and unlike:
            out[unlike] = lights[topics]
    return out


def _unlike(
    voices: list[Voice[AgreementFinding]], usual: list[Voice[AgreementFinding]]
) -> str | None:
    """Give the fullest name that shares only one word, the noun, with every usual name."""
    known = [set(words_of(name)) for voice in usual for name in voice.finding.names]
    names = {
        name
        for voice in voices
        for name in voice.finding.names
        if all(len(set(words_of(name)) & words) <= 1 for words in known)
    }
    return min(names, key=lambda name: (-_capitals(name), -len(name.split()), name), default=None)


def _overlaps(
    topics: tuple[str, ...], lights: dict[tuple[str, ...], list[Voice[AgreementFinding]]]
) -> bool:
    """Tell whether every other naming shares a subject with this one."""
    return all(set(topics) & set(other) for other in lights)


def _best_name(voices: list[Voice[AgreementFinding]]) -> str:
    """Give the fullest name: most words that begin with a capital, then most words."""
    names = {name for voice in voices for name in voice.finding.names}
    return min(names, key=lambda name: (-_capitals(name), -len(name.split()), name))


def _capitals(name: str) -> int:
    return sum(word[:1].isupper() for word in name.split())
