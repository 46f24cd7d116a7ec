"""The printed forms as JSON schemas, worked out from the classes they are printed from.

What the OpenAPI page says of an answer is thus what the program gives; tests hold the two
against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from traktat.model.dates import When
from traktat.model.findings import Finding
from traktat.model.judgements import Judgement
from traktat.model.kinds import Basis
from traktat.model.outlines import Part
from traktat.model.records import Drill, Record, Standing
from traktat.model.spans import Span
from traktat.sentences import Sentence
from traktat.store.base import Matter

Schema = dict[str, Any]

SPAN: Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
    "description": "code points of the report's text, from the first to before the second",
}
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": "string", "format": "date"}
EDTF: Schema = {"type": "string", "description": "a date in EDTF (ISO 8601-2)"}
_SCALARS: Mapping[Any, Schema] = {
    str: TEXT,
    Sentence: TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: DAY,
    datetime: {"type": "string", "format": "date-time"},
    When: EDTF,
    Span: SPAN,
}
_PRINTED = {("Disagreement", "sort"): "class", ("Tie", "sort"): "kind"}


def ref(name: str) -> Schema:
    """Point to a named schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def some(schema: Schema) -> Schema:
    """Allow null beside a schema."""
    return {"anyOf": [schema, {"type": "null"}]}


def many(schema: Schema) -> Schema:
    """Give a list of what a schema describes."""
    return {"type": "array", "items": schema}


def words(values: Iterable[str]) -> Schema:
    """Give a string that is one of some words."""
    return {"type": "string", "enum": sorted(values)}


def form(description: str, **parts: Schema) -> Schema:
    """Give an object that has all these parts and no others."""
    return {
        "type": "object",
        "description": description,
        "properties": parts,
        "required": list(parts),
        "additionalProperties": False,
    }


def page_of(name: str) -> Schema:
    """Give the schema of one page of a list."""
    return form(
        "One page of a list.",
        items=many(ref(name)),
        total=NUMBER,
        page={"type": "integer", "minimum": 1},
        per_page={"type": "integer", "minimum": 1},
        next=some({"type": "string", "description": "address of the next page"}),
    )


@cache
def components() -> Mapping[str, Schema]:
    """Give every named schema."""
    found: dict[str, Schema] = {}
    for cls in (Record, Drill, Standing, Judgement):
        _add(cls, found)
    record = found["Record"]
    record["properties"] |= {
        "schema": {"const": "traktat.record/1"},
        "standing": ref("Standing"),
    }
    record["required"] += ["schema", "standing"]
    drill = found["Drill"]
    drill["properties"]["verdict"] = words(("triggered", "not-triggered", "possible", "contested"))
    for kind in Finding.__subclasses__():
        found[kind.__name__] = _finding(kind)
    return {**found, **_forms()}


def _add(cls: Any, found: dict[str, Schema]) -> Schema:
    """Add the schema of a class and of all it is made of; give what points to it."""
    if cls.__name__ not in found:
        found[cls.__name__] = {}  # stands for itself while its parts are worked out
        hints = get_type_hints(cls)
        names = [field.name for field in fields(cls)] if is_dataclass(cls) else list(cls._fields)
        parts = {
            _PRINTED.get((cls.__name__, name), name): _of(hints[name], found) for name in names
        }
        found[cls.__name__] = form(" ".join((cls.__doc__ or "").split("\n\n")[0].split()), **parts)
    return ref(cls.__name__)


def _of(kind: Any, found: dict[str, Schema]) -> Schema:
    """Give the schema of what a type is printed as in records."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _SCALARS:
        return _SCALARS[kind]
    if origin in (Union, UnionType):
        return {"anyOf": [_of(one, found) for one in inner]}
    if origin is tuple:
        return _tuple(inner, found)
    if origin is not None:  # a mapping by name
        return {"type": "object", "additionalProperties": _of(inner[1], found)}
    if issubclass(kind, Enum):
        return words(str(one.value) for one in kind)
    return _add(kind, found)


def _tuple(inner: tuple[Any, ...], found: dict[str, Schema]) -> Schema:
    if Ellipsis in inner:
        return many(_of(inner[0], found))
    size = len(inner)
    return {
        **many({"anyOf": [_of(one, found) for one in inner]}),
        "minItems": size,
        "maxItems": size,
    }


def _finding(kind: type[Finding]) -> Schema:
    """Give the schema of a finding; without its reasons, which `why` tells."""
    hints, found = get_type_hints(kind), dict[str, Schema]()
    parts: dict[str, Schema] = {"kind": {"const": kind.kind}, "id": TEXT}
    for field in fields(kind):
        if field.name == "because":
            continue
        name = "edtf" if field.name == "when" else field.name
        parts[name] = _of(hints[field.name], found)
    return form(" ".join((kind.__doc__ or "").split("\n\n")[0].split()), **parts)


def _forms() -> dict[str, Schema]:
    """Give the forms that are put together by hand; a test holds each against its answers."""
    error = form("What went wrong, and what to do.", code=TEXT, message=TEXT, hint=TEXT)
    kinds = [ref(kind.__name__) for kind in Finding.__subclasses__()]
    listed = {
        "AgreementLine": form(
            "An agreement in a list, as `traktat list --json` prints it.",
            id=TEXT,
            parties=many(TEXT),
            names=many(ref("Name")),
            kind=some(TEXT),
            standing=ref("Standing"),
            since=some(DAY),
            last_act=some(ref("TimelineAct")),
            newest_report=some(DAY),
            reports=NUMBER,
            independent_origins=NUMBER,
            open_disagreements=NUMBER,
            issues=NUMBER,
        ),
        "ReportLine": form(
            "A report in a list, with the agreements it speaks of.",
            report=TEXT,
            path=TEXT,
            outlet=some(TEXT),
            title=some(TEXT),
            heading=some(TEXT),
            published=some(EDTF),
            language=TEXT,
            agreements=many(TEXT),
        ),
        "Presence": form(
            "How often somebody acts, speaks and takes a stance in all records.",
            name=TEXT,
            state=some(TEXT),
            acts=NUMBER,
            statements=NUMBER,
            claims=NUMBER,
            denials=NUMBER,
            agreements=NUMBER,
        ),
        "Hit": form(
            "A place that was searched for; `finding` is null where a report as a whole was.",
            report=TEXT,
            finding=some(TEXT),
            path=TEXT,
            excerpt=TEXT,
            matter=words(Matter),
            outlet=some(TEXT),
            title=some(TEXT),
            published=some(EDTF),
            language=TEXT,
        ),
    }
    return {
        "Error": form("Every error of the desk.", error=error),
        "Reading": form(
            "What was read in one report, as `traktat read --json` prints it.",
            schema={"const": "traktat.findings/1"},
            report=ref("Report"),
            findings=many({"anyOf": kinds}),
            issues=many(form("A doubt of the reader.", code=TEXT, span=SPAN, message=TEXT)),
            records=many(ref("Went")),
        ),
        "Report": _report(),
        "Went": form(
            "An item of a record that rests on a finding.",
            finding=TEXT,
            agreement=TEXT,
            part=words(Part),
            id=TEXT,
        ),
        "Why": _why(),
        "Build": _build(),
        **listed,
        **{f"{name}Page": page_of(name) for name in listed},
        **_items(),
        **_desk(),
    }


def _items() -> dict[str, Schema]:
    """Give the forms of items listed over all records: each names its agreement."""
    plain = components_of_records()
    out = {}
    for name in ("TimelineAct", "Provision", "Statement", "Claim", "Disagreement", "RecordIssue"):
        parts = {"agreement": TEXT, **plain[name]["properties"]}
        out[f"Listed{name}"] = form(f"{plain[name]['description']} In a list.", **parts)
        out[f"Listed{name}Page"] = page_of(f"Listed{name}")
    return out


@cache
def components_of_records() -> Mapping[str, Schema]:
    """Give the schemas of a record and all its parts."""
    found: dict[str, Schema] = {}
    _add(Record, found)
    return found


def _report() -> Schema:
    origin = form(
        "Who is credited for what a report says.",
        name=TEXT,
        span=SPAN,
        basis=words(Basis),
        scope=some(SPAN),
        organ_of=some(TEXT),
        anaphor={"type": "boolean"},
    )
    furniture = {"type": "array", "minItems": 3, "maxItems": 3}
    return form(
        "A report: its text, unaltered, and what was found out about it.",
        path=TEXT,
        id=TEXT,
        sha256=TEXT,
        outlet=some(TEXT),
        title=some(TEXT),
        url=some(TEXT),
        published=some(EDTF),
        published_basis=some(words(Basis)),
        language=TEXT,
        origins=many(origin),
        mask=many(furniture),
        segments=many(form("One of several stacked versions.", span=SPAN, origin=some(TEXT))),
        dateline=some(SPAN),
        headings=many(SPAN),
        text=TEXT,
    )


def _why() -> Schema:
    ground = form(
        "A rule and the words it met.", rule=TEXT, entry=TEXT, span=some(SPAN), words=TEXT
    )
    step = form(
        "One step of an explanation.",
        step=TEXT,
        says=TEXT,
        report=some(TEXT),
        path=some(TEXT),
        span=some(SPAN),
        quote=some(TEXT),
        finding=some(TEXT),
        grounds=many(ground),
    )
    return form(
        "An answer traced back to the characters, as `traktat why --json` prints it.",
        schema={"const": "traktat.why/1"},
        about=TEXT,
        agreement=some(TEXT),
        steps=many(step),
    )


def _build() -> Schema:
    counts = dict.fromkeys(("added", "changed", "removed"), NUMBER)
    changed = form(
        "What became of an agreement.",
        id=TEXT,
        parties=many(TEXT),
        name=some(TEXT),
        change=words(("new", "changed", "gone")),
        parts={"type": "object", "additionalProperties": form("How many items.", **counts)},
    )
    documents = dict.fromkeys(("new", "changed", "same", "failed", "dropped"), NUMBER)
    return form(
        "What taking in reports changed, as `traktat build --json` prints it.",
        schema={"const": "traktat.build/1"},
        documents=form("Documents by what became of them.", **documents),
        agreements=many(changed),
        total=NUMBER,
    )


def _desk() -> dict[str, Schema]:
    """Give the forms that only the desk has."""
    counts = (
        *("agreements", "documents", "reports", "outlets", "origins", "statements", "claims"),
        *("disagreements", "issues", "judgements"),
    )
    error = form("A report that could not be read.", code=TEXT, message=TEXT, hint=TEXT)
    pack = form(
        "A language pack, as `traktat packs list --json` prints it.",
        code=TEXT,
        name=TEXT,
        entries=NUMBER,
        phrases=NUMBER,
        sentences=NUMBER,
        digest=TEXT,
        files=many(TEXT),
    )
    return {
        "Counts": form("How much the store holds.", **dict.fromkeys(counts, NUMBER)),
        "Desk": form(
            "The desk: what it runs on and how much it holds.",
            schema={"const": "traktat.desk/1"},
            version=TEXT,
            holds=ref("Counts"),
            may_write={"type": "boolean"},
            links={"type": "object", "additionalProperties": TEXT},
        ),
        "Upload": form(
            "Reports being taken in; `build` is there when the records are up to date.",
            schema={"const": "traktat.upload/1"},
            id=TEXT,
            state=words(("waiting", "reading", "fusing", "done", "failed")),
            files=NUMBER,
            total=NUMBER,
            done=NUMBER,
            errors=many(error),
            build=some(ref("Build")),
        ),
        "Uploads": form("The latest uploads.", items=many(ref("Upload"))),
        "Session": form("Who may change things.", may_write={"type": "boolean"}),
        "Pack": pack,
        "Packs": form("The languages that can be read.", items=many(ref("Pack"))),
        "PackFile": form(
            "The entries of one file of a pack, each with its words and sentences.",
            pack=TEXT,
            file=TEXT,
            entries={"type": "object", "additionalProperties": {"type": "object"}},
        ),
    }
