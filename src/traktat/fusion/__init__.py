"""Findings and judgements of many reports, fused into one record of each agreement."""

from traktat.fusion.records import fuse

__all__ = ["fuse"]
