"""Ctrl-C that cannot get lost.

The interpreter drops an interrupt that comes while it cleans up behind an object, and ends by
the signal, whatever the program says, where one came while code was made from a string. So the
wish to stop is kept, and looked at again after each document.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130  # what shells expect of a program ended by Ctrl-C


class Interruption:
    """The handler of Ctrl-C: it interrupts, and remembers that it was asked to."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self, _signal: int, _frame: FrameType | None) -> None:
        """Interrupt the work."""
        self.asked = True
        raise KeyboardInterrupt


@contextmanager
def interruptible() -> Iterator[None]:
    """Answer Ctrl-C while the program runs, unless whoever started it has it ignored."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, Interruption())
    try:
        yield
    except SystemExit as end:
        if end.code == INTERRUPTED:
            _leave()
        raise
    finally:
        signal.signal(signal.SIGINT, before)


def heeding(advance: Callable[[int], None]) -> Callable[[int], None]:
    """Give the same step of progress, which also stops the work where that was asked for."""

    def advance_or_stop(documents: int) -> None:
        handler = signal.getsignal(signal.SIGINT)
        if isinstance(handler, Interruption) and handler.asked:
            raise KeyboardInterrupt
        advance(documents)

    return advance_or_stop


def _leave() -> None:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(INTERRUPTED)
