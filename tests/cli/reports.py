"""Short reports written for tests: an extradition treaty told by four outlets, and another."""

from __future__ import annotations

import json
from pathlib import Path

SIGNED_EN = """\
Indonesia and Singapore sign extradition treaty

BINTAN - Indonesia and Singapore signed an extradition treaty in Bintan on 25 January 2022.
Indonesian Law Minister Yasonna Laoly and Singapore Law Minister K. Shanmugam put their names to
the text while President Joko Widodo and Prime Minister Lee Hsien Loong looked on.

"This closes a file that lay open for years," Mr Yasonna told journalists after the ceremony.

Under the treaty, each side shall hand over suspects in corruption and terrorism cases. The treaty
will enter into force once both sides have ratified it.
"""

SIGNED_ID = """\
Indonesia-Singapura Teken Perjanjian Ekstradisi

BINTAN - Pemerintah Indonesia dan Singapura menandatangani perjanjian ekstradisi di Bintan,
Selasa (25/1/2022). Menteri Hukum dan HAM Yasonna Laoly mewakili Indonesia, sedangkan Singapura
diwakili Menteri Hukum K. Shanmugam.

"Berkas yang lama terbuka kini kami tutup," kata Yasonna kepada wartawan usai acara.

Perjanjian itu mewajibkan kedua negara menyerahkan tersangka korupsi dan terorisme.
"""

IN_FORCE_EN = """\
Extradition treaty takes effect

JAKARTA, 22 March 2024 - The extradition treaty between Indonesia and Singapore entered into force
on 21 March 2024, the Law Ministry in Jakarta said on Friday. Both governments exchanged their
instruments of ratification beforehand.
"""

LOMBOK_EN = """\
Canberra and Jakarta sign security pact on Lombok

MATARAM - Australia and Indonesia signed a security treaty in Mataram on 13 November 2006, Foreign
Minister Alexander Downer said. The Lombok Treaty obliges both sides to respect each other's
territorial integrity.
"""

REPORTS = {
    "signed-en.txt": SIGNED_EN,
    "signed-id.txt": SIGNED_ID,
    "in-force.txt": IN_FORCE_EN,
    "lombok.txt": LOMBOK_EN,
}


def write_reports(folder: Path) -> Path:
    """Write the reports into a folder, one file each."""
    folder.mkdir(exist_ok=True)
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_many(path: Path, number: int) -> Path:
    """Write a JSON-lines file of reports that differ a little in text, outlet and day."""
    texts = list(REPORTS.values())
    with path.open("w", encoding="utf-8") as stream:
        for place in range(number):
            document = {
                "text": f"{texts[place % len(texts)]}\nThis is edition {place} of the paper.\n",
                "outlet": f"Daily {place % 7}",
                "published": f"2024-03-{place % 28 + 1:02d}",
            }
            stream.write(json.dumps(document) + "\n")
    return path
