"""The test client of the framework.

It warns when it is imported that a later httpx has another name; the one that the `test` extra
names is the one it still works with.
"""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

__all__ = ["TestClient"]
