"""Rewrite the expected files of the golden cases (`make golden`)."""

from __future__ import annotations

from tests.golden.outcomes import HERE, cases, outcome


def main() -> None:
    for name, case in cases().items():
        folder = HERE / "expected" / name
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in outcome(case).items():
            (folder / file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
