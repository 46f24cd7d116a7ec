"""Traktat reads news about agreements between states and keeps one sourced, dated record."""

__version__ = "0.1.0"
