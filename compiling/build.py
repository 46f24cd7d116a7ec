"""Compile the hot rooms: `python compiling/build.py [FOLDER]` makes a faster copy of the program.

The copy is the whole package with, beside the modules of `ROOMS`, what the C compiler made of
them; the sources stay untouched, so nothing compiled is ever taken for what it is not.
`PYTHONPATH=build/compiled traktat …` runs it. Without a C compiler there is no copy, and the
reason is printed: the program does the same without.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from sources import prepared, unguarded

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "traktat"
COPY = ROOT / "build" / "compiled"
LEVEL = "1"  # of optimising: the higher ones compile half as long again for a hundredth
ROOMS = ("lang", "press", "reading")
ANYWHERE = ("-g0", "-w")
ON_LINUX = (
    f"-include {shlex.quote(str(Path(__file__).with_name('cold.h')))}",  # what tells of errors …
    "-freorder-blocks-and-partition",  # … is laid apart, what always runs lies close together
    "-fno-plt",
    "-fno-semantic-interposition",
)
LINKED_ON_LINUX = "-Wl,-Bsymbolic"  # calls inside go straight there, not through a table
COUNTING = ("-fprofile-generate", "-fprofile-update=single")
COUNTED = ("-fprofile-use", "-freorder-functions")
"""What the C compiler is asked for where `CFLAGS` and `LDFLAGS` do not say otherwise."""

TRAINING = Path(__file__).with_name("training.py")

LEFT = frozenset(
    {
        "lang/affixes.py",  # these three work once, when a pack is loaded
        "lang/packs.py",
        "lang/schema.py",
        "reading/harvest.py",
    }
)
"""Modules of the rooms that stay as they are."""


def modules() -> list[Path]:
    """List the modules that are compiled, relative to the package."""
    paths = (path.relative_to(PACKAGE) for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))
    return sorted(
        path for path in paths if path.name != "__init__.py" and path.as_posix() not in LEFT
    )


def copied(folder: Path) -> list[str]:
    """Copy the package, made ready; give the modules to compile."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(PACKAGE, folder / "traktat", ignore=shutil.ignore_patterns("__pycache__"))
    hot = {folder / "traktat" / module for module in modules()}
    for path in (folder / "traktat").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        path.write_text(prepared(source) if path in hot else unguarded(source), encoding="utf-8")
    return [f"traktat/{module.as_posix()}" for module in modules()]


def built(folder: Path) -> None:
    """Compile a copy in a folder, where it lies: twice, if the compiler can learn from the first.

    What is compiled first counts which way its code goes while it reads our own texts; the
    second time what always runs is laid together, apart from what seldom does.
    """
    from mypyc.build import mypycify

    paths = copied(folder)
    os.chdir(folder)
    linux = sys.platform == "linux"
    os.environ.setdefault("CFLAGS", " ".join((*ANYWHERE, *ON_LINUX) if linux else ANYWHERE))
    os.environ.setdefault("LDFLAGS", LINKED_ON_LINUX if linux else "")
    options = [f"--config-file={ROOT / 'pyproject.toml'}", *paths]
    learnt_or_plain(folder, mypycify(options, opt_level=LEVEL, debug_level="0", multi_file=True))


def learnt_or_plain(folder: Path, extensions: list[Any]) -> None:
    """Compile twice; once, if something is missing for that, and tell what."""
    try:
        _learn(folder, extensions)
    except (Exception, SystemExit) as error:  # whatever it is, the code is the same without
        print(f"compiled once, not from what it learnt: {error}", file=sys.stderr)
        _compile(extensions, ())


def _learn(folder: Path, extensions: list[Any]) -> None:
    """Compile so that it counts, let it read, and compile by what was counted."""
    if not can_learn():
        raise RuntimeError("the compiler keeps no counts")
    _compile(extensions, COUNTING)
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONHASHSEED": "0"}
    subprocess.run([sys.executable, str(TRAINING)], check=True, env=environment)
    _compile(extensions, COUNTED)


def can_learn() -> bool:
    """Tell whether the compiler makes programs that leave counts behind, as GCC does."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "one.c").write_text("int main(void) { return 0; }\n", encoding="utf-8")
        for command in ([*compiler, COUNTING[0], "-c", "one.c"], [*compiler, COUNTING[0], "one.o"]):
            if subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode:
                return False
        made = Path(folder) / "a.out"
        if made.exists():
            subprocess.run([str(made)], cwd=folder, check=False)
        return (Path(folder) / "one.gcda").exists()


def _compile(extensions: list[Any], flags: tuple[str, ...]) -> None:
    """Let the C compiler run over all files, several at once, with some flags more."""
    from setuptools import setup
    from setuptools._distutils.ccompiler import CCompiler

    one = CCompiler.compile

    def at_once(self: Any, sources: Sequence[str], *args: Any, **named: Any) -> list[str]:
        """Compile C files beside one another: there is one for each module."""
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            done = pool.map(lambda source: one(self, [source], *args, **named), sources)
            return [name for names in done for name in names]

    told = [(item, item.extra_compile_args, item.extra_link_args) for item in extensions]
    for item, compiled, linked in told:
        item.extra_compile_args, item.extra_link_args = [*compiled, *flags], [*linked, *flags]
    CCompiler.compile = at_once  # type: ignore[method-assign]  # it knows one file at a time
    try:
        command = ["--quiet", "build_ext", "--inplace", "--force"]
        setup(name="traktat", ext_modules=extensions, script_args=command, packages=[])
    finally:
        CCompiler.compile = one  # type: ignore[method-assign]
        for item, compiled, linked in told:
            item.extra_compile_args, item.extra_link_args = compiled, linked


def main() -> int:
    """Compile, and tell what came of it; without a compiler that is no failure."""
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else COPY
    if shutil.which(os.environ.get("CC", "cc")) is None:
        shutil.rmtree(folder, ignore_errors=True)
        print("not compiled: there is no C compiler; the program runs as it is", file=sys.stderr)
        return 0
    begun = time.monotonic()
    try:
        built(folder)
    except (Exception, SystemExit) as error:  # whatever it is, the program runs without
        shutil.rmtree(folder, ignore_errors=True)
        print(f"not compiled: {error}; the program runs as it is", file=sys.stderr)
        return 0
    print(f"compiled in {time.monotonic() - begun:.0f} s; PYTHONPATH={folder} traktat …")
    return 0


if __name__ == "__main__":
    sys.exit(main())
