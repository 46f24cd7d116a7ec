"""Bytes in, documents out: text, HTML, JSON and JSON lines; folders, globs, standard input."""

from traktat.intake.documents import documents

__all__ = ["documents"]
