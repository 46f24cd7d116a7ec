"""A store opened for questions: its agreements, by id or by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from traktat.errors import InputError, NotFound, StoreReadOnly
from traktat.facts.tables import table
from traktat.model.findings import Reading
from traktat.model.judgements import Judgement
from traktat.model.kinds import AgreementStatus
from traktat.model.outlines import Presence, Role, Title, title_of
from traktat.model.records import Record
from traktat.pipeline.dossiers import Dossier, dossier_of
from traktat.pipeline.fusing import is_fresh, records, refresh
from traktat.pipeline.presences import Deeds, deeds_of
from traktat.sentences import SILENT, sentence
from traktat.store.base import Hit, Matter, Store
from traktat.store.lists import FIRST, Cut, Found

SUGGESTIONS = 5  # ids named when nothing fits; more would not be read


class Agreements:
    """The agreements of a store. Use it in a `with` block, or call `close` when done.

    Records are worked out again whenever the evidence or the program has changed, so what is
    shown never lags behind what is stored; `as_saved` leaves that to somebody else, and shows
    the records as they were last saved.
    """

    def __init__(self, store: Store, *, as_saved: bool = False) -> None:
        self.store = store
        self._as_saved = as_saved

    def __enter__(self) -> Agreements:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def __iter__(self) -> Iterator[Dossier]:
        """Go through all agreements, sorted by id."""
        return (dossier_of(record) for record in self._records())

    def __len__(self) -> int:
        return len(self._records())

    def __getitem__(self, name: str) -> Dossier:
        """Give an agreement by its id, the start of it, its parties, or words of its names.

        Raises `NotFound` where none or more than one fits; the hint names what is near.
        """
        if not (self._as_saved or is_fresh(self.store)):
            known = {record.id: record for record in records(self.store)}
            return dossier_of(known[_only(name, [title_of(one) for one in known.values()])])
        record = self.store.record(name)
        if record is None:
            record = self.store.record(_only(name, self.store.titles()))
        if record is None:
            raise NotFound(sentence("no agreement {name:quoted} in the store any more", name=name))
        return dossier_of(record)

    def holding(self, item: str) -> Iterator[Dossier]:
        """Go through the agreements that have an item of that id, or may have it."""
        if not (self._as_saved or is_fresh(self.store)):
            yield from self
            return
        for record_id in self.store.records_with(item):
            record = self.store.record(record_id)
            if record is not None:
                yield dossier_of(record)

    def judge(self, judgement: Judgement, *, against_others: bool = False) -> bool:
        """Add a judgement, or the line that undoes one; tell whether it was new.

        Raises `StaleJudgement` if the evidence it names is no longer what the store holds, and
        `ConflictingJudgement` if somebody else decided otherwise, unless it may stand
        `against_others`: then both are kept, and the record shows that they differ.
        """
        from traktat.pipeline.judging import check, concerned

        check(judgement, self.store, against_others=against_others)
        return self.store.judge(judgement, concerned(judgement, self.store))

    def search(self, words: str, matter: Matter | str = Matter.REPORT) -> tuple[Hit, ...]:
        """Find reports, statements or clauses by their words, best first."""
        return self.store.search(words, _matter(matter))

    def found(
        self, words: str, matter: Matter | str = Matter.REPORT, cut: Cut = FIRST
    ) -> Found[Hit]:
        """Give a page of the matches of a search, best first, and how many there are in all.

        Raises `InputError` for a matter there is not.
        """
        return self.store.found(words, _matter(matter), cut)

    def presences(self, role: Role, matching: str = "", cut: Cut = FIRST) -> Found[Presence]:
        """List persons or states, those that do and say most first."""
        return self._saved().presences(role, words=matching, cut=cut)

    def deeds(self, role: Role, name: str) -> Deeds:
        """Give what a person or state did, said and took a stance on; by a part of its name too."""
        return deeds_of(role, name, self._saved())

    def reading(self, report: str) -> Reading | None:
        """Give what was read in a report, by its id; None where the store has it no more."""
        return next(iter(self.store.readings([report])), None)

    def matching(
        self,
        *,
        words: str | None = None,
        parties: Iterable[str] = (),
        status: str | None = None,
        on: date | str | None = None,
    ) -> tuple[Dossier, ...]:
        """Give the agreements with all these parties, this standing, and a report of these words.

        What is not given is not asked for; the standing is that of a day, or of today. Raises
        `InputError` for a standing there is not, and for a party nobody knows.
        """
        wanted = None if status is None else _status(status)
        known = tuple(self)
        codes = {_party(code, known) for code in parties}
        reports = None if words is None else self.store.reports_with(words)
        day = on or date.today()
        return tuple(
            agreement
            for agreement in known
            if codes <= set(agreement.parties)
            and (reports is None or any(item.report in reports for item in agreement.reports))
            and (wanted is None or agreement.status_on(day).status is wanted)
        )

    def _saved(self) -> Store:
        """Give the store with its lists up to date: they are saved together with the records."""
        if not self._as_saved and not refresh(self.store).saved:
            raise StoreReadOnly(
                sentence("the records are out of date, and the store cannot be written")
            )
        return self.store

    def _records(self) -> tuple[Record, ...]:
        return self.store.records() if self._as_saved else records(self.store)


def open_store(path: Path | str, *, create: bool = False, as_saved: bool = False) -> Agreements:
    """Open a store for questions; it must exist unless it may be made.

    With `as_saved`, records are shown as they were last saved, whatever has come in since.
    """
    from traktat.store.sqlite import SqliteStore

    return Agreements(SqliteStore(path, create=create), as_saved=as_saved)


def _status(word: str) -> AgreementStatus:
    """Give the standing that a word names."""
    try:
        return AgreementStatus(word.casefold())
    except ValueError:
        choices = ", ".join(status.value for status in AgreementStatus)
        raise InputError(
            sentence("no such standing: {word:quoted}", word=word),
            hint=sentence("Choose one of: {choices}.", choices=choices),
        ) from None


def _matter(word: Matter | str) -> Matter:
    """Give what is to be searched by its name."""
    try:
        return Matter(word)
    except ValueError:
        choices = ", ".join(matter.value for matter in Matter)
        raise InputError(
            sentence("{word:quoted} cannot be searched", word=word),
            hint=sentence("Choose one of: {choices}.", choices=choices),
        ) from None


def _party(code: str, agreements: Iterable[Record]) -> str:
    """Give a party as records write it: a party of theirs, a state or an organization."""
    for party in {party for one in agreements for party in one.parties}:
        if party.casefold() == code.casefold():
            return party
    if code.upper() in table("states") or code.upper() in table("organisations"):
        return code.upper()
    raise InputError(
        sentence("no such party: {code:quoted}", code=code),
        hint=sentence("Give a code such as IDN or ASEAN, or NSA:NAME as `traktat list` shows it."),
    )


def _only(name: str, titles: Iterable[Title]) -> str:
    everything = tuple(titles)
    found: tuple[Title, ...] = ()
    for fits in (_has_id, _starts_with, _is_between, _is_called):
        found = tuple(title for title in everything if fits(title, name))
        if len(found) == 1:
            return found[0].id
        if found:
            break
    if found:
        raise NotFound(
            sentence(
                "{name:quoted} may be any of {count:number} agreements", name=name, count=len(found)
            ),
            hint=sentence("Name one by its id: {ids}.", ids=_listed(found)),
        )
    near = _near(name, everything)
    raise NotFound(
        sentence("no agreement {name:quoted} in the store", name=name),
        hint=sentence("Did you mean {ids}?", ids=_listed(near)) if near else SILENT,
    )


def _has_id(title: Title, name: str) -> bool:
    return title.id.casefold() == name.casefold()


def _starts_with(title: Title, name: str) -> bool:
    return title.id.casefold().startswith(name.casefold())


def _is_between(title: Title, name: str) -> bool:
    codes = name.upper().replace(",", " ").replace("-", " ").split()
    return bool(codes) and sorted(codes) == sorted(title.parties)


def _is_called(title: Title, name: str) -> bool:
    return any(name.casefold() in called.text.casefold() for called in title.names)


def _near(name: str, titles: tuple[Title, ...]) -> tuple[Title, ...]:
    from difflib import get_close_matches

    close = get_close_matches(name.casefold(), [title.id for title in titles], SUGGESTIONS)
    return tuple(title for title in titles if title.id in close)


def _listed(titles: tuple[Title, ...]) -> str:
    shown = ", ".join(title.id for title in titles[:SUGGESTIONS])
    return f"{shown} …" if len(titles) > SUGGESTIONS else shown
