"""Small pieces of a page that are written thousands of times: in Python, where they cost least.

Everything that comes from a report is escaped here, as the templates do it elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from traktat.model.dates import When
from traktat.model.records import Rendition, ReportEntry, Support

QUOTE = 280  # characters of a quotation shown; the rest is one click away


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """How one page writes reports, parties, persons and quotations.

    `say` gives a label as markup, `word` as plain text in a language of `languages`; `value`
    what one report gives; `at` the address of characters, `party_at` and `person_at` that of a
    party or person, or None; `clean` makes a text of strangers harmless; `later` tells whether
    a report was printed after the day asked about; `most` is how many of the words behind a
    fact are shown.
    """

    say: Callable[[str, object], str]
    word: Callable[[str, object, str], str]
    state: Callable[[str], str]
    when: Callable[[When | str], str]
    value: Callable[[str], str]
    at: Callable[[Support | Rendition], str]
    party_at: Callable[[str], str | None]
    person_at: Callable[[str], str | None]
    languages: Sequence[str]
    entries: Mapping[str, ReportEntry]
    clean: Callable[[str], str] = str
    later: Callable[[str], bool] = lambda report: False
    most: int | None = None
    _outlets: dict[str, Markup] = field(default_factory=dict)
    _parties: dict[str, Markup] = field(default_factory=dict)
    _persons: dict[str, Markup] = field(default_factory=dict)

    def outlet(self, report: str) -> Markup:
        """Give who printed a report, and when."""
        if report not in self._outlets:
            self._outlets[report] = self._outlet(self.entries.get(report))
        return self._outlets[report]

    def _outlet(self, entry: ReportEntry | None) -> Markup:
        if entry is None or entry.outlet is None:
            name = escape(self.say("ui", "unknown-outlet"))
        else:
            name = self._isolated(entry.outlet)
        if entry is None or entry.published is None:
            return name
        return _tagged(f"{name}, <time>{escape(self.when(entry.published))}</time>")

    def party_list(self, codes: Iterable[str]) -> Markup:
        """Name parties, each with a link where it has a page."""
        return _tagged(", ".join([self._party(code) for code in codes]))

    def _party(self, code: str) -> Markup:
        if code not in self._parties:
            told = _tagged(f"<bdi>{escape(self.state(code))}</bdi>")
            self._parties[code] = _linked(self.party_at(code), told)
        return self._parties[code]

    def person_list(self, names: Iterable[str]) -> Markup:
        """Name persons, each with a link where it has a page."""
        return _tagged(", ".join([self._person(name) for name in names]))

    def _person(self, name: str) -> Markup:
        if name not in self._persons:
            self._persons[name] = _linked(self.person_at(name), self._isolated(name))
        return self._persons[name]

    def supports(self, items: Iterable[Support]) -> Markup:
        """List the words a fact rests on, each once, with a link to their characters."""
        told = {(item.report, item.span): item for item in reversed(tuple(items))}
        known = list(reversed(told.values()))
        lines = [self._support(item) for item in known[: self.most]]
        if len(known) > len(lines):
            more = escape(self.say("ui", "more"))
            lines.append(f'<li class="none">+ {len(known) - len(lines)} {more}</li>')
        return _tagged(f'<ul class="support">{"".join(lines)}</ul>') if lines else Markup("")

    def _support(self, item: Support) -> str:
        quote = escape(self.clean(_short(item.quote)))
        value = f" · {escape(self.value(item.value))}" if item.value else ""
        return (
            f'<li><q dir="auto"><a href="{escape(self.at(item))}">{quote}</a></q> '
            f'<span class="from">{self.outlet(item.report)}{value}</span>'
            f"{self.later_badge(self.later(item.report))}</li>"
        )

    def later_badge(self, is_later: bool) -> Markup:
        """Say in words that something lies after the day asked about."""
        if not is_later:
            return Markup("")
        told = escape(self.say("ui", "later"))
        return _tagged(f' <span class="badge soft later-badge">{told}</span>')

    def tspans(self, group: str, key: object, room: float = 0.0) -> Markup:
        """Give a label for a picture, cut to its room, in every language of the page."""
        told = [(code, _cut(self.word(group, key, code), room)) for code in self.languages]
        return tspans(told)

    def _isolated(self, text: str) -> Markup:
        return _tagged(f"<bdi>{escape(self.clean(text))}</bdi>")


def tspans(told: Iterable[tuple[str, str]]) -> Markup:
    """Give words of a picture in every language of the page, of which it shows one."""
    return _tagged(
        "".join(f'<tspan class="ui" lang="{code}">{escape(word)}</tspan>' for code, word in told)
    )


def _linked(there: str | None, told: Markup) -> Markup:
    return _tagged(f'<a href="{escape(there)}">{told}</a>') if there else told


def _tagged(text: str) -> Markup:
    """Give markup of which every part that is not a tag has been escaped."""
    return Markup(text)  # noqa: S704  (the one place where it is said; callers escape)


def _short(quote: str) -> str:
    """Cut a long quotation behind a word."""
    if len(quote) <= QUOTE:
        return quote
    return quote[:QUOTE].rpartition(" ")[0].rstrip() + "…"


def _cut(label: str, room: float) -> str:
    """Cut a label to the units of a drawing it may take."""
    most = int(room / LETTER)
    return label if not room or len(label) <= most else label[: max(1, most - 1)].rstrip() + "…"


def shortened(label: str) -> str:
    """Cut a heading of a picture to its line."""
    return label if len(label) <= HEADING else f"{label[: HEADING - 1].rstrip()}…"


HEADING = 90  # characters of a proposition above its lines
LETTER = 6.0  # units of a drawing that a letter of a label takes at the median
