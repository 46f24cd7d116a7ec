"""Findings and judgements of many reports, fused into one record of each agreement."""

from traktat.fusion.fusers import Concerned, Fuser
from traktat.fusion.records import fuse

__all__ = ["Concerned", "Fuser", "fuse"]
