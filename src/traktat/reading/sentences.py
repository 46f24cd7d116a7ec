"""Sentences, as the language room cuts them."""

from traktat.lang.sentences import Sentence, sentences

__all__ = ["Sentence", "sentences"]
