"""Sentences of the interface stand in the templates of a language from when they are loaded."""

from __future__ import annotations

import pytest

from traktat.desk.pages.rendering import environment
from traktat.desk.words import languages, words_in


@pytest.mark.parametrize("language", languages())
def test_a_sentence_without_values_is_put_in_when_a_template_is_loaded(language: str) -> None:
    templates, source = environment(language), "<b>{{ _('Reports') }}</b>"
    told = words_in(language).tell("Reports")
    assert templates.from_string(source).render() == f"<b>{told}</b>"
    assert f"<b>{told}</b>" in templates.compile(source, raw=True)


def test_a_sentence_with_values_is_said_when_it_is_shown() -> None:
    shown = environment("id").from_string("{{ _('On %(day)s', day=day) }}").render(day="<1>")
    assert shown == words_in("id").tell("On %(day)s", day="&lt;1&gt;")


def test_what_is_put_in_is_what_was_said_before() -> None:
    source = "{% set names = {'a': _('no such sentence & 100%%')} %}{{ names['a'] }}|{{ _(said) }}"
    shown = environment("en").from_string(source).render(said="no such sentence & 100%%")
    before, after = shown.split("|")
    assert before == after == "no such sentence & 100%"
