"""Every sentence of every installed pack, read by the real reader."""

from __future__ import annotations

import pytest

from traktat.lang import packs
from traktat.pipeline.pack_checks import check_pack

CODES = sorted(packs().by_code)


@pytest.mark.parametrize("code", CODES)
def test_a_pack_reads_its_own_sentences(code: str) -> None:
    check = check_pack(code)
    assert check.sentences > 0
    assert [f"{f.file}#{f.entry}: {f.message}: {f.text}" for f in check.faults] == []
