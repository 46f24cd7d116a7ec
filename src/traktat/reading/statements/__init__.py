"""Statements: what is said, by whom, in direct or indirect speech."""

from traktat.reading.statements.statements import read_statements

__all__ = ["read_statements"]
