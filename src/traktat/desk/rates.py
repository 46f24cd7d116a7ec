"""How often an address may ask: a bucket for each, emptied by requests and filled by time."""

from __future__ import annotations

from collections import OrderedDict
from ipaddress import IPv6Address, ip_address
from math import ceil
from time import monotonic

BURST = 5  # seconds' worth of requests that may come at once: a page asks for several files
ADDRESSES = 10_000  # remembered at once; the one not heard of longest is forgotten first


class Rates:
    """So many requests a second from each address; None for any number."""

    def __init__(self, rate: float | None) -> None:
        self._rate = rate
        self._known: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str, now: float | None = None) -> int:
        """Take a request in; give the seconds to wait where there have been too many, else 0.

        >>> rates = Rates(1)
        >>> [rates.wait("192.0.2.7", now=0.0) for _ in range(7)]
        [0, 0, 0, 0, 0, 1, 1]
        """
        if self._rate is None:
            return 0
        now = monotonic() if now is None else now
        key = _network(address)
        left, since = self._known.pop(key, (BURST * self._rate, now))
        left = min(BURST * self._rate, left + (now - since) * self._rate)
        is_let = left >= 1
        self._known[key] = (left - is_let, now)
        while len(self._known) > ADDRESSES:
            self._known.popitem(last=False)
        return 0 if is_let else ceil((1 - left) / self._rate)


def _network(address: str) -> str:
    """Give what one reader has: an IPv4 address, or the half of an IPv6 address."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv6Address) and known.ipv4_mapped is None:
        return known.exploded[:19]
    return str(known)
