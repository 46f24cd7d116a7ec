"""What a desk is told when it opens."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """The store a desk shows, where it listens, who may write, and how much it takes.

    `token` is asked for before anything is changed; without one only a desk on loopback opens.
    `names` are the host names it answers to besides addresses and `localhost`; `reviewer` is
    who judges where a judgement does not say; `packs` are folders of packs beside the installed
    ones. `reads` and `writes` are requests a second from one address, None for no limit.
    """

    store: Path
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None
    reviewer: str = "reviewer"
    names: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    upload_bytes: int = 32 * MIB  # of one request, all its files together
    upload_files: int = 500  # of one request
    reads: float = 100.0  # from elsewhere; the machine's own readers are not counted
    writes: float = 20.0

    @property
    def is_local(self) -> bool:
        """Tell whether only this machine can reach the desk."""
        return is_loopback(self.host)

    @property
    def url(self) -> str:
        """Give the address of the first page."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine and nothing else.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
