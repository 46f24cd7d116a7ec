"""Several people review one store at the same time, and nothing is lost."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from traktat.fusion import fuse
from traktat.model.findings import finding_id
from traktat.model.judgements import Verdict
from traktat.pipeline import open_store
from traktat.pipeline.reviewing import Decision, Reviewing

PEOPLE, EACH = 3, 4


def test_what_several_people_decide_at_once_is_all_there(built: Path, tmp_path: Path) -> None:
    store = tmp_path / "traktat.db"
    shutil.copy(built, store)
    with open_store(store) as agreements:
        abouts = sorted(
            f"{reading.report.id}:{finding_id(one)}"
            for reading in agreements.store.readings()
            for one in reading.findings
            if one.kind == "act"
        )

    def review(person: int) -> list[str]:
        with open_store(store) as opened:
            reviewing = Reviewing(opened)
            made = []
            for about in abouts[person::PEOPLE][:EACH]:
                decision = Decision(about=about, verdict=Verdict.REJECT, by=f"person {person}")
                made += [one.id for one in reviewing.judge(decision).judgements]
            return made

    with ThreadPoolExecutor(PEOPLE) as pool:
        made = [one for ids in pool.map(review, range(PEOPLE)) for one in ids]
    with open_store(store) as agreements:
        assert sorted(one.id for one in agreements.store.judgements()) == sorted(made)
        assert len(made) == PEOPLE * EACH
        list(agreements)  # brings the records up to date
        readings = tuple(agreements.store.readings())
        assert agreements.store.records() == fuse(readings, agreements.store.judgements())
