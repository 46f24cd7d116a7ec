"""Looks out for what others put into the store and left there.

What another process has built is seen with the next question. But a build that was ended before
its records were worked out leaves reports that no record rests on; the desk works them out once
the store has been quiet for a while, so that it does not run after a build that goes on.
"""

from __future__ import annotations

import threading
from contextlib import suppress

from traktat.desk.shelf import Shelf
from traktat.errors import StoreError

PATIENCE = 5.0  # seconds that closing waits for records being worked out; unsaved, they wait on
QUIET = 30.0  # seconds without a change; reading one report takes much less, fusing many may not


class Lookout:
    """Looks at a store now and then, in a thread of its own."""

    def __init__(self, shelf: Shelf, *, pause: float = QUIET) -> None:
        self._shelf = shelf
        self._pause = pause
        self._seen = ""
        self._tried = ""
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._look_again_and_again, daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._closed.set()
        self._thread.join(PATIENCE)

    def look(self) -> bool:
        """Bring the records up to date if something waits and nothing came in since the last look.

        Where nothing waits, records that another program worked out stay as they are.
        """
        seen, self._seen = self._seen, self._shelf.version
        if self._seen == self._tried or seen != self._seen or not self._shelf.has_waiting():
            return False
        self._tried = self._seen  # a store that cannot be written stays as it is
        self._shelf.refresh()
        return True

    def _look_again_and_again(self) -> None:
        while not self._closed.wait(self._pause):
            with suppress(StoreError):  # it may be in use, or closed; the next look tells
                self.look()
