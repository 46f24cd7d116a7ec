"""Synthetic reports as text: what a made-up world tells, in Indonesian and English sentences.

The names of the states are real, because a reader has to know them; no agreement is. A telling
becomes the same facts in either language, so a translation keeps names, days and numbers.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.stories import filler
from tests.synthetic import Manner, Telling, TrueAct, TrueAgreement
from traktat import lang
from traktat.model.dates import parse
from traktat.model.documents import Document
from traktat.model.findings import Reading
from traktat.pipeline.readers import Reader
from traktat.pipeline.settings import DEFAULT

_CODES = """
    AGO ALB ARG ARM AUT BDI BEN BGD BOL BWA CHL CMR COL CUB CYP DNK ECU EST FIN FJI GAB GHA GTM
    HND HRV HUN ISL JAM KEN KHM LBR LSO LVA MDG MNG MOZ MWI NAM NPL PAN PER PRY RWA SEN SVN TGO
    TUN UGA URY ZMB
"""
STATES = tuple(_CODES.split())
AGENCIES = ("Reuters", "AFP", "Xinhua", "TASS", "Antara", "Yonhap", "Bernama", "Anadolu")

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
}
FORMS = {
    "en": {"treaty": "treaty", "memorandum": "memorandum", "protocol": "protocol"},
    "id": {"treaty": "perjanjian", "memorandum": "memorandum", "protocol": "protokol"},
}
TOPICS = {
    "en": {
        "defense": "defense",
        "trade": "trade",
        "energy": "energy",
        "border": "their border",
        "extradition": "extradition",
        "maritime": "their maritime border",
        "climate": "climate",
        "tax": "tax",
    },
    "id": {
        "defense": "pertahanan",
        "trade": "perdagangan",
        "energy": "energi",
        "border": "perbatasan",
        "extradition": "ekstradisi",
        "maritime": "batas laut",
        "climate": "iklim",
        "tax": "pajak",
    },
}
ACTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "signature": (
            "{a} and {b} signed the {form} {day}.",
            "The {form} was signed by {a} and {b} {day}.",
        ),
        "approval-lower": (
            "The lower house of {side}'s parliament approved the {form} {day}.",
            "{side}'s lower house approved the {form} {day}.",
        ),
        "approval-upper": (
            "The upper house of {side}'s parliament approved the {form} {day}.",
            "{side}'s upper house approved the {form} {day}.",
        ),
        "ratification": (
            "{side} ratified the {form} {day}.",
            "The {form} was ratified by {side} {day}.",
        ),
        "exchange": (
            "{a} and {b} exchanged the instruments of ratification of the {form} {day}.",
            "The two countries exchanged instruments of ratification {day}.",
        ),
        "entry-into-force": (
            "The {form} entered into force {day}.",
            "The {form} took effect {day}.",
        ),
    },
    "id": {
        "signature": (
            "{a} dan {b} menandatangani {form} itu {day}.",
            "{Form} itu ditandatangani oleh {a} dan {b} {day}.",
        ),
        "approval-lower": (
            "Majelis rendah parlemen {side} menyetujui {form} itu {day}.",
            "{Form} itu disetujui majelis rendah {side} {day}.",
        ),
        "approval-upper": (
            "Majelis tinggi parlemen {side} menyetujui {form} itu {day}.",
            "{Form} itu disetujui majelis tinggi {side} {day}.",
        ),
        "ratification": (
            "{side} meratifikasi {form} itu {day}.",
            "{Form} itu diratifikasi oleh {side} {day}.",
        ),
        "exchange": (
            "{a} dan {b} bertukar instrumen ratifikasi {form} itu {day}.",
            "Kedua negara bertukar instrumen ratifikasi {day}.",
        ),
        "entry-into-force": (
            "{Form} itu mulai berlaku {day}.",
            "{Form} itu berlaku sejak {bare}.",
        ),
    },
}
NUMBERS = {
    "en": (
        "Officials counted {n} lorries at the crossing of {place}.",
        "A hall in {place} was built for {n} guests.",
        "The road to {place} needs {n} tons of gravel.",
        "Farmers around {place} grow {n} tons of maize.",
        "The harbor of {place} handles {n} containers.",
        "Some {n} people live on the shore of lake {place}.",
        "The bridge at {place} will carry {n} cars.",
    ),
    "id": (
        "Petugas mencatat {n} truk di penyeberangan {place}.",
        "Sebuah aula di {place} dibangun untuk {n} tamu.",
        "Jalan menuju {place} membutuhkan {n} ton kerikil.",
        "Petani di sekitar {place} memanen {n} ton jagung.",
        "Pelabuhan {place} menangani {n} peti kemas.",
        "Sekitar {n} orang tinggal di tepi danau {place}.",
        "Jembatan di {place} akan dilalui {n} mobil.",
    ),
}
QUOTES = {
    "en": '"{subject} in {place} {verb} {object}," said {name}, a minister of {a}.',
    "id": '"{subject} di {place} {verb} {object}," kata {name}, menteri {a}.',
}
ASIDES = {
    "en": "{subject} in {place} {verb} {object}.",
    "id": "{subject} di {place} {verb} {object}.",
}
SAID = {
    "en": (
        ("The fishermen", "Our teachers", "The farmers", "Young people", "The nurses", "Drivers"),
        ("have waited for", "are asking about", "know much of", "will talk of", "dream of"),
        ("a dry road", "better schools", "the new harbor", "cheap bread", "clean water", "rain"),
    ),
    "id": (
        ("Para nelayan", "Guru kami", "Petani", "Anak muda", "Para perawat", "Sopir truk"),
        (
            "sudah lama menunggu",
            "bertanya tentang",
            "tahu benar soal",
            "bercerita tentang",
            "memimpikan",
        ),
        (
            "jalan yang kering",
            "sekolah yang baik",
            "pelabuhan baru",
            "roti murah",
            "air bersih",
            "hujan",
        ),
    ),
}
CLAUSES = {
    "en": {
        "sound": "Under the {form}, if one party is attacked, the other party must give it "
        "military assistance.",
        "full": 'The {form} says: "If one party is attacked, the other party shall give it '
        'military assistance in accordance with Article 51 of the UN Charter."',
        "dropped": 'The {form} says: "If one party is attacked, the other party shall give it '
        'military assistance."',
        "turned": "Under the {form}, if one party commits aggression, it must receive military "
        "assistance from the other party.",
    },
    "id": {
        "sound": "Menurut {form} itu, jika salah satu pihak diserang, pihak lain wajib memberikan "
        "bantuan militer.",
        "full": '{Form} itu menyebutkan: "Jika salah satu pihak diserang, pihak lain wajib '
        'memberikan bantuan militer sesuai dengan Pasal 51 Piagam PBB."',
        "dropped": '{Form} itu menyebutkan: "Jika salah satu pihak diserang, pihak lain wajib '
        'memberikan bantuan militer."',
        "turned": "Menurut {form} itu, jika suatu pihak melakukan agresi, pihak tersebut harus "
        "menerima bantuan militer dari pihak lain.",
    },
}
STANCES = {
    "en": {
        "asserts": "{a} admitted that it had violated the {form}.",
        "denies": "{a} denied that it had violated the {form}.",
    },
    "id": {
        "asserts": "{a} mengakui telah melanggar {form} itu.",
        "denies": "{a} membantah telah melanggar {form} itu.",
    },
}
LEADS = {
    "en": "The {Name} {Form} between {a} and {b} is about {topic}.",
    "id": "{Form} {Name} antara {a} dan {b} mengatur {topic}.",
}
DATELINE = "{PLACE} ({agency}) - "
CREDITS = {"id": "Sumber: {agency}"}  # English reports name the agency in the dateline
TAILS = {"en": "More on page {n}.", "id": "Selengkapnya di halaman {n}."}


@cache
def _reader() -> Reader:
    return Reader(DEFAULT)


@cache
def state_name(code: str, language: str) -> str:
    """Give the usual name of a state in a language."""
    return str(_states(language)[code]["words"][0])


@cache
def _states(language: str) -> Mapping[str, Any]:
    path = Path(lang.__file__).parent / language / "states.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def pair(number: int) -> tuple[str, str]:
    """Give the parties of an agreement: two agreements for each pair."""
    place = number // 2
    first = place % len(STATES)
    second = (first + 1 + place // len(STATES) * 7 + 11) % len(STATES)
    one, other = sorted((STATES[first], STATES[second]))
    return one, other


def called(number: int) -> str:
    """Give the made-up name of an agreement."""
    return filler(f"name {number}", 1).title()


def write(
    truth: TrueAgreement,
    telling: Telling,
    name: str,
    *,
    words: str,
    language: str,
    outlet: str,
    agency: str | None,
    tail: bool = False,
) -> Reading:
    """Write a report and read it. `words` chooses its wording: the same gives a copy."""
    return _reader().read(document(truth, telling, name, words, (language, outlet, agency, tail)))


def document(
    truth: TrueAgreement,
    telling: Telling,
    name: str,
    words: str,
    printed: tuple[str, str, str | None, bool],
) -> Document:
    """Write a report as a document, as a crawler would hand it over."""
    language, outlet, agency, tail = printed
    page = _Page(truth, language, Random(words))
    lines = [page.lead(agency)]
    lines += [page.act(act, given) for act, given in telling.acts]
    lines += [page.number(number) for number in telling.numbers]
    lines += [page.quote(speaker) for speaker in telling.quotes]
    if telling.clause:
        lines.append(page.filled(CLAUSES[language][telling.clause]))
    if telling.stance:
        lines.append(page.filled(STANCES[language][telling.stance]))
    # two papers may word one sentence alike, but never a whole paragraph
    paragraphs = [f"{line} {page.aside()} {page.aside()}" for line in lines]
    if tail:
        paragraphs.append(TAILS[language].format(n=len(name)))
    if agency and language in CREDITS:
        paragraphs.append(CREDITS[language].format(agency=agency))
    return Document(
        path=name,
        text="\n".join(paragraphs),
        outlet=outlet,
        published=telling.day.isoformat(),
        lang=language,
    )


@dataclass(slots=True)
class _Page:
    """What one report is worded with."""

    truth: TrueAgreement
    language: str
    rng: Random

    def lead(self, agency: str | None) -> str:
        topic = TOPICS[self.language][self.truth.topic]
        form = self._form().title() if self.language == "en" else self._form().capitalize()
        place = filler(f"place {self.rng.randrange(10**6)}", 1).upper()
        dateline = DATELINE.format(PLACE=place, agency=agency) if agency else ""
        return ("" if self.language in CREDITS else dateline) + LEADS[self.language].format(
            Name=self.truth.name, Form=form, topic=topic, **self._parties()
        )

    def act(self, act: TrueAct, given: str) -> str:
        key = f"{act.kind}-{act.chamber}" if act.chamber else act.kind
        side = state_name(act.states, self.language) if act.states else ""
        wording = self.rng.choice(ACTS[self.language][key])
        bare = self._day(given)
        return self.filled(wording, side=side, bare=bare, day=self._with_preposition(given, bare))

    def number(self, number: int) -> str:
        written = f"{number:,}" if self.language == "en" else f"{number:,}".replace(",", ".")
        return self.filled(self.rng.choice(NUMBERS[self.language]), n=written)

    def quote(self, speaker: str) -> str:
        name = speaker.removeprefix("Speaker ")
        return self.filled(QUOTES[self.language], name=name, **self._said())

    def aside(self) -> str:
        return self.filled(ASIDES[self.language], **self._said())

    def _said(self) -> dict[str, str]:
        subject, verb, thing = (self.rng.choice(words) for words in SAID[self.language])
        return {"subject": subject, "verb": verb, "object": thing}

    def filled(self, wording: str, **more: str) -> str:
        form = self._form()
        place = filler(f"place {self.rng.randrange(10**6)}", 1).title()
        return wording.format(
            form=form, Form=form.capitalize(), place=place, **self._parties(), **more
        )

    def _form(self) -> str:
        return FORMS[self.language].get(self.truth.form, self.truth.form)

    def _parties(self) -> dict[str, str]:
        first, second = (state_name(code, self.language) for code in self.truth.parties)
        return {"a": first, "b": second}

    def _day(self, given: str) -> str:
        when = parse(given)
        month = MONTHS[self.language].split()[when.first.month - 1]
        if not when.is_day:
            return f"{month} {when.first.year}"
        if self.language == "en":
            return f"{month} {when.first.day}, {when.first.year}"
        return f"{when.first.day} {month} {when.first.year}"

    def _with_preposition(self, given: str, bare: str) -> str:
        if self.language == "id":
            return f"pada {bare}"
        return f"on {bare}" if parse(given).is_day else f"in {bare}"


MANNER = Manner(
    write=write,
    pair=pair,
    called=called,
    agencies=AGENCIES,
    forms=("treaty", "memorandum", "protocol"),
)
"""How `world` makes a world whose reports are text."""
