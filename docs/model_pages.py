"""The reference pages made from the model: the printed forms and the closed vocabularies."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, get_type_hints

from review_forms import review_forms
from wording import meaning, one_line, printed, shipped_packs, table, whole

from traktat.fusion.explain import Reason
from traktat.law.history import Answer, InForce
from traktat.model import findings, kinds, records
from traktat.model.findings import Finding
from traktat.model.issues import Issue
from traktat.model.outlines import Presence
from traktat.model.reports import Origin, Report, Segment
from traktat.pipeline.changes import AgreementChange, Build, PartChange
from traktat.pipeline.explanations import Explanation, Ground, Step
from traktat.pipeline.presences import Deeds
from traktat.store.base import Hit, Matter

FORMS_HEAD = """\
# The printed forms

What `--json` prints: every field, its form and its meaning. Made by `python docs/build.py` from
the dataclasses of `traktat.model`.

Fields may be added in later versions, never renamed. *EDTF date* is a date of ISO 8601-2
(`2024-06`, `[2024-11-01..2024-11-10]`), *[start, end]* the first character and the one behind the
last, counted in code points of the unaltered text. Words of closed vocabularies are in
[kinds](kinds.md).
"""

KINDS_HEAD = """\
# Kinds

The closed vocabularies: every word that stands in a printed form, and how English and Indonesian
print it. Made by `python docs/build.py` from `traktat.model.kinds` and the packs' `labels.toml`.
"""

RECORD_PARTS = (
    records.Name,
    records.TimelineAct,
    records.Support,
    records.Provision,
    records.Rendition,
    records.Statement,
    records.Claim,
    records.Disagreement,
    records.Value,
    records.Predecessor,
    records.ReportEntry,
    records.Tie,
    records.Link,
    records.RecordIssue,
)
SUMMARY = ("id", "parties", "names", "kind", "standing", "last_act")
REPORT_KEYS = tuple(findings.report_json(Report(path="", text="", sha256="", language="")))
TOP = {
    "schema": "text",
    "report": "[Report](#report)",
    "findings": "list of [Finding](#finding)",
    "issues": "list of [Issue](#issue)",
}
SPECIAL = {"id": "text", "mask": "list of [start, end, label]"}

Row = tuple[str, str, str]


def forms_page() -> str:
    """Give the page of all printed forms."""
    sections = (*_findings(), *_record(), *_answers(), *_asked(), *_deeds(), *review_forms())
    return "\n\n".join([FORMS_HEAD.rstrip(), *sections]) + "\n"


def _findings() -> Iterator[str]:
    yield "## `traktat.findings/1` is what `traktat read --json` prints, one object for each report"
    yield table(("field", "form", "meaning"), [_row(*item) for item in TOP.items()])
    yield f"### Report\n\n{whole(Report.__doc__)}"
    hints = get_type_hints(Report)
    yield _plain_table({key: SPECIAL.get(key) or printed(hints[key]) for key in REPORT_KEYS})
    for part in (Origin, Segment, Issue):
        yield from _section(part)
    yield f"### Finding\n\n{whole(Finding.__doc__)} Every finding has these fields:"
    shared = {"kind": "text", "id": "text", "span": "[start, end]", "quote": "text"}
    yield _plain_table({**shared, "confidence": "number"})
    for kind in Finding.__subclasses__():
        rows = [row for row in _rows(kind) if row[0] not in (*_ticked(shared), "`confidence`")]
        yield f"### {kind.__name__}\n\nKind `{kind.kind}`. {whole(kind.__doc__)}"
        yield table(("field", "form", "meaning"), [row for row in rows if row[0] != "`because`"])


def _ticked(names: Mapping[str, str]) -> list[str]:
    return [f"`{name}`" for name in names]


def _record() -> Iterator[str]:
    yield "## `traktat.record/1` is what `traktat show --json` prints"
    yield whole(records.Record.__doc__)
    extra = [
        ("`schema`", "text", meaning("form", "schema")),
        ("`standing`", "[Standing](#standing)", meaning("form", "standing")),
    ]
    yield table(("field", "form", "meaning"), [*_rows(records.Record), *extra])
    for part in RECORD_PARTS:
        yield from _section(part)


def _answers() -> Iterator[str]:
    yield "## `traktat list --json` prints a list of these"
    hints = get_type_hints(records.Record) | {
        "standing": records.Standing,
        "last_act": records.TimelineAct | None,
    }
    yield _plain_table({key: printed(hints[key]) for key in SUMMARY})
    yield "## `traktat status --json` prints a standing"
    yield from _section(records.Standing)
    yield from _section(records.Proof)
    yield "## `traktat status --during --json` prints whether it was in force"
    yield from _section(InForce)
    yield "## `traktat drill --json` prints a drill"
    for part in (records.Drill, records.Duty, records.NotTriggered):
        yield from _section(part)


def _asked() -> Iterator[str]:
    """Give the forms of search, people and states; their fields are those of a printed example."""
    hit = Hit("", None, "", "", Matter.REPORT, None, None, None, "")
    presence = Presence(
        name="", state=None, acts=0, statements=0, claims=0, denials=0, agreements=0
    )
    yield "## `traktat search --json` prints a list of these"
    yield whole(Hit.__doc__)
    yield _told("hit", hit.to_json())
    yield "## `traktat people --json` and `traktat states --json` print a list of these"
    yield whole(Presence.__doc__)
    yield _told("presence", presence.to_json())
    yield "## `traktat people NAME --json` and `traktat states CODE --json` print deeds"
    yield whole(Deeds.__doc__)
    deeds = Deeds(presence=presence, acts=(), statements=(), claims=())
    yield _told("deeds", deeds.to_json())


def _deeds() -> Iterator[str]:
    """Give the forms of build and why; their fields are those of a printed example."""
    change = AgreementChange(
        id="", parties=(), name=None, change="", parts=(PartChange(part="timeline"),)
    )
    build = Build(agreements=(change,)).to_json()
    yield "## `traktat build --json` prints a `traktat.build/1`"
    yield whole(Build.__doc__)
    yield _told("build", build)
    yield "### Documents\n\nHow many documents of each sort there were."
    yield _told("build", build["documents"])
    yield f"### AgreementChange\n\n{whole(AgreementChange.__doc__)}"
    yield _told("build", build["agreements"][0])
    yield f"### PartChange\n\n{whole(PartChange.__doc__)}"
    yield _told("build", build["agreements"][0]["parts"]["timeline"])
    step = Step(Reason("", ""), grounds=(Ground("", "", None, ""),))
    answer = Explanation("", None, (step,)).to_json()
    yield "## `traktat why --json` prints a `traktat.why/1`"
    yield whole(Explanation.__doc__)
    yield _told("why", answer)
    yield f"### Step\n\n{whole(Step.__doc__)}"
    yield _told("why", answer["steps"][0])
    yield f"### Ground\n\n{whole(Ground.__doc__)}"
    yield _told("why", answer["steps"][0]["grounds"][0])


def _told(section: str, example: Mapping[str, Any]) -> str:
    return table(("field", "meaning"), [(f"`{key}`", meaning(section, key)) for key in example])


def _section(part: type[Any]) -> Iterator[str]:
    yield f"### {part.__name__}\n\n{whole(part.__doc__)}"
    yield table(("field", "form", "meaning"), _rows(part))


def _rows(part: type[Any]) -> list[Row]:
    """Give the fields of a class as they are printed."""
    hints = get_type_hints(part)
    names = [field.name for field in fields(part)] if is_dataclass(part) else part._fields
    return [_row(_printed_name(part, name), printed(hints[name])) for name in names]


def _printed_name(part: type[Any], name: str) -> str:
    if issubclass(part, Finding):
        return findings._RENAMED.get(name, name)
    return records._RENAMED.get(name, {}).get(part.__name__, name)


def _row(name: str, form: str) -> Row:
    section = "head" if form == "[Report](#report)" else "form"
    return f"`{name}`", form, meaning(section, name)


def _plain_table(forms: Mapping[str, str]) -> str:
    return table(("field", "form", "meaning"), [_row(name, form) for name, form in forms.items()])


LABELS = {
    "ActKind": "act",
    "Status": "status",
    "ProvisionKind": "provision",
    "Form": "form",
    "Stance": "stance",
    "Manner": "manner",
    "AgreementStatus": "standing",
    "PartyStatus": "party",
    "DisagreementClass": "class",
    "Force": "force",
    "Chamber": "chamber",
}
"""The entry of a pack's `labels.toml` for each vocabulary, where packs print it."""

_NOTED = re.compile(r'^\s+\w+ = "([\w-]+)"(?: +# (.+))?$', re.MULTILINE)


def kinds_page() -> str:
    """Give the page of all closed vocabularies."""
    parts = [KINDS_HEAD.rstrip()]
    for kind in (*vars(kinds).values(), Answer):
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum:
            parts += [f"## {kind.__name__}\n\n{one_line(kind.__doc__)}", _vocabulary(kind)]
    return "\n\n".join(parts) + "\n"


def _vocabulary(kind: type[StrEnum]) -> str:
    notes = dict(_NOTED.findall(inspect.getsource(kind)))
    labels = [pack.entry("labels", LABELS.get(kind.__name__, "")) for pack in shipped_packs()]
    columns = [*(pack.name for pack in shipped_packs()), "note"]
    rows = [[*(str(one.get(v.value, "")) for one in labels), notes.get(v.value, "")] for v in kind]
    kept = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    return table(
        ["word", *(columns[at] for at in kept)],
        [[f"`{v.value}`", *(row[at] for at in kept)] for v, row in zip(kind, rows, strict=True)],
    )
