"""What a language pack may hold: its files, the keys of their entries, the lists of an entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from traktat.model.kinds import ActKind, Manner, ProvisionKind, Stance

SCHEMA = 1  # the version a pack asks for with `requires` in pack.toml

WORD_LISTS = ("words", "exact", "verbs", "nouns")
"""Lists whose strings are looked for in a text: as written, in exact spelling, inflected."""

SENTENCES = ("yes", "no")


@dataclass(frozen=True, slots=True)
class FileSchema:
    """One file of a pack.

    `keys` are the entries it may have (empty: any), `lists` further lists of words to look
    for, `fields` other permitted fields, `sentences` whether every entry brings sentences,
    `any_field` whether an entry may hold whatever fields it likes, `searched` whether its words
    are looked for with all others (a calendar finds its own), `aside` whether they are looked
    for only where this file is asked for, `asked` the entries whose words are never looked for:
    a layer asks of a word whether it is one of them.
    """

    about: str
    keys: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    sentences: bool = True
    any_field: bool = False
    searched: bool = True
    aside: bool = False
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackSchema:
    """All files of a pack."""

    files: dict[str, FileSchema] = field(default_factory=dict)


FILES: dict[str, FileSchema] = {
    "grammar": FileSchema(
        "function words: auxiliaries, negation, tense, conditions, pronouns, prepositions",
        sentences=False,
        fields=("endings",),
    ),
    "dates": FileSchema(
        "how dates are written: calendar words by kind, and the orders they stand in",
        searched=False,
        fields=(
            "values",  # words and what each stands for
            "kinds",  # words by kind, for entries that hold several
            "kind",
            "value",
            "sense",
            "capital",
            "dotted",
            "alone",
            "outside",
            "suffixes",
            "endings",
            "always",  # of the words that look ahead: no clause looks ahead without one
            "orders",
            "reads",
        ),
    ),
    "states": FileSchema(
        "names of states, their peoples and capitals",
        sentences=False,
        lists=("people", "capitals", "metonyms", "compounds"),
    ),
    "organisations": FileSchema(
        "names of organisations in this language", sentences=False, lists=("capitals",)
    ),
    "bodies": FileSchema(
        "parliaments, chambers, ministries, courts",
        sentences=False,
        fields=("state", "sort", "chamber"),
    ),
    "offices": FileSchema(
        "offices and titles of persons", sentences=False, lists=("plural",), fields=("of",)
    ),
    "names": FileSchema(
        "how persons, groups and organs are introduced and referred to",
        asked=("link",),  # every third word of a text
    ),
    "agreements": FileSchema(
        "nouns for agreements, look-alikes that are none, names of known agreements",
        fields=("form", "topic", "side"),
    ),
    "acts": FileSchema(
        "verbs and nouns of the acts in an agreement's life",
        keys=frozenset(ActKind),
        lists=(
            *("direct_verbs", "passive_verbs", "subject_verbs", "house_verbs", "object_verbs"),
            *("split_verbs", "direct_words", "subject_words", "object_words", "direct_nouns"),
            *("head_verbs", "treaty_verbs", "truce_verbs", "truce_words", "deed_nouns"),
            *(
                "called_verbs",
                "called_words",
                "wished_verbs",
                "lack_words",
                "outlook_words",
                "outlook_verbs",
                "being_words",
                "closing_verbs",
                "closing_words",
            ),
            *("talks", "texts", "close_verbs", "passing_verbs", "passing_words"),
            *(
                "paper_verbs",
                "receiving_verbs",
                "pending_verbs",
                "ballot_words",
                "text_verbs",
                "dated_words",
                "lacking_words",
            ),
            *("objects", "through", "ends", "blocks", "actors", "houses", "outs"),
        ),
    ),
    "provisions": FileSchema(
        "rules agreements make",
        keys=frozenset(ProvisionKind),
        lists=(
            *("triggers", "predicates", "deeds", "topics", "topic_nouns"),
            *("content", "content_verbs"),
        ),
        fields=("frames",),
    ),
    "clauses": FileSchema(
        "force, triggers, qualifiers, timing and roles within rules",
        lists=(
            "noun_verbs",  # verbs whose forms are nouns as well
            *("rule_verbs", "rule_words"),  # state a rule even of a matter that is not known
            "deed_verbs",  # state a rule where an agreement itself does something to a thing
            "noun_words",  # nouns for a pledge; it need not be one of the agreement
            "loose_verbs",  # open a rule only of a known matter
            "loose_words",  # open a rule only where they open their clause or end the sentence
            "taken_words",  # take up the agreement themselves: "therein"
            "barred_words",  # a duty not to do what follows
        ),
        fields=("value", "group"),
    ),
    "statements": FileSchema(
        "verbs of saying and the frames of reported speech",
        lists=("tags", "tails"),
        fields=(
            *("factive", "manner", "stance", "frames", "bare", "inverts"),
            *("single", "starts", "ends", "head"),
        ),
    ),
    "claims": FileSchema(
        "stances on contested facts",
        keys=frozenset(Manner) | frozenset(Stance),
        lists=(
            "negative",  # words that deny what the entry's words assert
            "noun_verbs",  # verbs whose forms are nouns as well
            *("rejecting_verbs", "rejecting_words", "slights"),  # with an accusation beside them
            "mutual",  # words for two who accuse each other
            "naming_verbs",  # verbs that accuse where a wrong is what they call a thing
            "noun_words",  # nouns for an accusation, with a clause that names the accused
            *("faulting_verbs", "faulting_words"),  # accuse of a wrong that stands behind them
            "avowals",  # words by which somebody says that it was himself who did it
            "negating",  # words that deny what stands behind them in what somebody says
            "lands",  # land and sea that a state may claim as its own
            "withheld",  # things that are denied to somebody: visas
        ),
    ),
    "topics": FileSchema(
        "what contested facts and cooperation are about",
        fields=("value", "group", "wrong", "kept", "hidden", "unbound"),
    ),
    "events": FileSchema(
        "what happens beside agreements: wars, sanctions, and words that put them there",
        fields=("sort", "event", "framing"),
    ),
    "quantities": FileSchema(
        "what is counted, and how exactly: troops, and votes",
        fields=("value", "group"),
        asked=("tally", "share"),  # as common as "to"; looked at only behind a number
    ),
    "press": FileSchema(
        "furniture lines, credits, datelines, bylines",
        fields=("label", "place", "at"),
        asked=(  # as common as "to"; looked at only beside a medium or at an end
            *("credit-chain", "credit-hearer", "credit-staff", "credit-airing", "credit-signing"),
            *("outlet-word", "counter-of", "medium-end", "medium-of-state", "medium-article"),
            "depicting-not",
        ),
        aside=True,  # of the page, not of what it reports
    ),
    "labels": FileSchema(
        "how this language prints acts, statuses and kinds", sentences=False, any_field=True
    ),
}
"""The files of a pack. A pack need not have all of them."""
