"""Exported files: to standard output, to a file, or into a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from traktat.errors import ExportError

Files = Mapping[str, str]


def chosen(files: Files, name: str | None) -> Files:
    """Give the file of that name, with or without its ending; all of them without a name."""
    if name is None:
        return files
    found = {file: text for file, text in files.items() if name in (file, Path(file).stem)}
    if not found:
        raise ExportError(f"no file {name!r} in this form", hint=f"There are: {', '.join(files)}.")
    return found


def write(files: Files, out: str | None) -> None:
    """Write files; without a place to write to, the first is printed.

    A place that ends in a slash or is a folder takes all the files, any other place one.
    """
    if not files:
        raise ExportError("there is nothing to export", hint="`traktat list` shows what there is.")
    if out is None:
        click.echo(next(iter(files.values())), nl=False)
        return
    place = Path(out)
    if place.is_dir() or out.endswith("/"):
        written = {place / Path(name).name: text for name, text in files.items()}
    elif len(files) == 1:
        written = dict.fromkeys([place], next(iter(files.values())))
    else:
        raise ExportError(
            f"{len(files)} files do not fit into one", hint=f"Give a folder: --out {out}/"
        )
    for path, text in written.items():
        _write_one(path, text)
        click.echo(str(path), err=True)


def _write_one(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}") from None
