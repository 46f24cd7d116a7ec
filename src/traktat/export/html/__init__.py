"""The HTML dossier: one self-contained file for each agreement."""

from traktat.export.html.dossiers import dossiers

__all__ = ["dossiers"]
