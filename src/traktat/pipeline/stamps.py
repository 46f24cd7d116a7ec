"""What an answer depends on besides the reports, as one short digest.

The digest is taken over the program's own files, so it can never be forgotten: whoever changes
a rule or a word of a pack makes the next build read again what the change may touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from traktat.pipeline.settings import Settings

_PROGRAM = Path(__file__).resolve().parent.parent
_CODE = (".py", ".toml", ".txt")
_READING = ("sentences.py", "model", "facts", "lang", "intake", "press", "reading")
_FUSING = (*_READING, "fusion", "law")
_OUTSIDE = ("trafilatura", "charset-normalizer")  # what else decides which text a file gives


@cache
def reading_stamp(settings: Settings) -> str:
    """Give the digest of all that a reading depends on besides its document."""
    from importlib.metadata import version  # here, because questions to a store do without it

    folders = [_PROGRAM / room for room in _READING]
    folders += [Path(folder) for folder in settings.packs]
    stated = [f"{name} {version(name)}" for name in _OUTSIDE]
    stated += [f"{settings.reference}", *(_digest(folder) for folder in folders)]
    stated += [f"{code} {_digest(folder)}" for code, folder in _foreign_packs()]
    return _short(stated)


@cache
def fusing_stamp() -> str:
    """Give the digest of all that a record depends on besides readings and judgements."""
    return _short(_digest(_PROGRAM / room) for room in _FUSING)


def _foreign_packs() -> Iterator[tuple[str, Path]]:
    """Give the installed packs that do not come with the program."""
    from importlib.metadata import entry_points

    points = entry_points(group="traktat.languages")
    for point in sorted(points, key=lambda point: (point.name, point.value)):
        if not point.value.startswith("traktat."):
            yield point.name, Path(point.load()(point.name))


@cache
def _digest(folder: Path) -> str:
    digest = sha256()
    for path in sorted(folder.rglob("*")) or (folder,):
        if path.suffix in _CODE and path.is_file():
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _short(stated: Iterable[str]) -> str:
    return sha256("\n".join(stated).encode()).hexdigest()[:16]
