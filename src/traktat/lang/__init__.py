"""Languages as data: packs, the words they hold, and how words are found in a text."""

from traktat.lang.lexicon import Entry, Lexicon, Mark
from traktat.lang.packs import Pack, Packs, load, packs, shipped
from traktat.lang.tokens import Tokens, tokenize

__all__ = [
    "Entry",
    "Lexicon",
    "Mark",
    "Pack",
    "Packs",
    "Tokens",
    "load",
    "packs",
    "shipped",
    "tokenize",
]
