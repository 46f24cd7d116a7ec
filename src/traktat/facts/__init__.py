"""Knowledge of the world that no language owns: states, organs, organisations, agencies."""

from traktat.facts.tables import phrases

__all__ = ["phrases"]
