"""Documents: what was taken in, before anyone has looked at what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from traktat.model.issues import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with whatever its container said about it.

    `path` names where it came from (a file, `file.jsonl:12` for a line, `-` for standard
    input); `published` is what the container said, as written; `issues` are doubts that
    arose while decoding.
    """

    path: str
    text: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None
    issues: tuple[Issue, ...] = field(default=())

    @property
    def sha256(self) -> str:
        """Give the digest of the text, which identifies the report."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
