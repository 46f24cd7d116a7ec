"""The templates of the pages, each loaded once for every language of the desk.

A sentence of the interface that needs no values is the same on every page, so it is put in when
its template is loaded: of ten sentences of a page one is left to be looked up when it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer

from traktat.desk.words import Words


class Templates(Environment):
    """The templates in the words of one language."""

    def __init__(self, words: Words, finalize: Callable[[object], object]) -> None:
        super().__init__(
            loader=ChoiceLoader(
                [
                    PackageLoader("traktat.desk", "templates"),
                    PackageLoader("traktat.export.html", "templates"),
                ]
            ),
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            undefined=StrictUndefined,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._said = _Said(words)
        self.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
            words.catalogue.gettext, words.catalogue.ngettext, newstyle=True
        )

    def _generate(self, source: nodes.Template, *rest: Any, **options: Any) -> str:
        """Make a template's code, once the sentences that are known by now are put in."""
        return super()._generate(self._said.visit(source), *rest, **options)


class _Said(NodeTransformer):
    """Puts sentences of the catalogue in the place of the calls that would say them."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  (the name jinja calls)
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name="_"), args=[nodes.Const(value=str(said))], kwargs=[]
            ):
                told = self._words.catalogue.gettext(said) % {}
                return nodes.MarkSafe(nodes.Const(told), lineno=node.lineno)
        return node
