"""As much of curl as the examples of the docs use, for machines that have none."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import httpx


def main() -> None:
    asked = _asked()
    headers = dict(line.split(": ", 1) for line in asked.header)
    if asked.cookies_from:
        lines = Path(asked.cookies_from).read_text(encoding="ascii").splitlines()
        headers["Cookie"] = "; ".join("=".join(line.split("\t")[5:]) for line in lines)
    files = [_file(form) for form in asked.form]
    answer = httpx.request(
        "POST" if asked.data or files else "GET",
        asked.url,
        headers=headers,
        content=asked.data,
        files=files or None,
        timeout=None,  # curl waits as long as it takes; machines are shared
    )
    if asked.cookies_into:
        lines = [
            f"host\tFALSE\t/\tFALSE\t0\t{name}\t{value}" for name, value in answer.cookies.items()
        ]
        Path(asked.cookies_into).write_text("\n".join(lines), encoding="ascii")
    if asked.include:
        told = [f"{answer.http_version} {answer.status_code} {answer.reason_phrase}"]
        told += [f"{name}: {value}" for name, value in answer.headers.items()]
        sys.stdout.write("\n".join([*told, "", ""]))
    sys.stdout.write(answer.text)


def _asked() -> argparse.Namespace:
    options = argparse.ArgumentParser()
    options.add_argument("url")
    options.add_argument("-s", action="store_true")
    options.add_argument("-i", dest="include", action="store_true")
    options.add_argument("-H", dest="header", action="append", default=[])
    options.add_argument("-F", dest="form", action="append", default=[])
    options.add_argument("-d", dest="data")
    options.add_argument("-b", dest="cookies_from")
    options.add_argument("-c", dest="cookies_into")
    return options.parse_args()


def _file(form: str) -> tuple[str, tuple[str, bytes]]:
    name, _, path = form.partition("=@")
    return name, (Path(path).name, Path(path).read_bytes())


if __name__ == "__main__":
    main()
