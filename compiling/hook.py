"""With TRAKTAT_COMPILE=1 a wheel holds the compiled rooms beside their sources.

Off by default: a wheel without them runs wherever Python runs.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))


class CompiledRooms(BuildHookInterface):  # type: ignore[type-arg]  # any builder
    """Adds what the C compiler makes of the hot rooms to a wheel."""

    def dependencies(self) -> list[str]:
        """Give what compiling needs, where it is asked for."""
        return ["mypy>=1.11,<3", "setuptools>=65"] if _is_asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name the files that go into the wheel."""
        if version != "standard" or not _is_asked():
            return
        from build import COPY, built

        begun_in = Path.cwd()
        built(COPY)
        os.chdir(begun_in)
        for path in sorted(COPY.glob("**/*.so")):
            if "build" not in path.relative_to(COPY).parts[:1]:
                build_data["force_include"][str(path)] = path.relative_to(COPY).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def _is_asked() -> bool:
    return os.environ.get("TRAKTAT_COMPILE") == "1"
