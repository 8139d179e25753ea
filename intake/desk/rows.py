"""One field on the desk: what it says, on what it rests, what was decided."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from intake.confirm.reasons import year_reason
from intake.conflicts import Difference
from intake.desk.passages import Mark, Passages, anchor_of
from intake.desk.words import CONFIDENCE, Names, in_words
from intake.models import Choice, Suggestion
from intake.passages import sentence_around
from intake.points import DETAILS, label_of

Decision = Choice.Decision
# Which fields a year inferred by the reader shows in.
DATED = {"date", "signed_on"}
BARS = {"sure": 3, "likely": 2, "uncertain": 1}


def seen_token(choice: Choice | None) -> str:
    """Return what tells a form which decision its reader had before them.

    Stamp, decision and a digest of the value: enough to know both whether somebody
    else decided since and whether the reader changed anything at all.
    """
    if choice is None:
        return ""
    return f"{choice.stamp}~{choice.decision}~{digest(choice.value)}"


def digest(value: Any) -> str:
    """Return a short mark of a value, the same for the same value."""
    return f"{crc32(json.dumps(value, sort_keys=True).encode()):08x}"


@dataclass(frozen=True)
class Option:
    """One way to answer a question about two sources."""

    decision: str
    label: str
    lines: tuple[str, ...] = ()
    is_wide: bool = False


@dataclass
class Point:
    """One field of one suggestion, to be accepted, edited or rejected."""

    suggestion: Suggestion
    name: str
    names: Names
    choice: Choice | None = None
    details_decided: dict[str, Choice] = field(default_factory=dict)
    passage: Mark | None = None
    difference: Difference | None = None
    printed: tuple[str, ...] = ()
    is_match_open: bool = False
    # What the page adds when it shows a form again: the fields to type in, what could
    # not be kept and why, and what somebody else decided meanwhile.
    form: Any = None
    error: str = ""
    overtaken: str = ""
    quote: str = ""

    @property
    def key(self) -> str:
        return f"{self.suggestion.pk}-{self.name}"

    @property
    def anchor(self) -> str:
        return anchor_of(self.suggestion.pk, self.name)

    @property
    def label(self) -> str:
        return label_of(self.name)

    @property
    def seen(self) -> str:
        return seen_token(self.choice)

    @property
    def details_seen(self) -> list[tuple[str, str]]:
        """The details of an item that were decided on, each with its token."""
        pk = self.suggestion.pk
        return [(f"{pk}-{n}", seen_token(c)) for n, c in self.details_decided.items()]

    @property
    def read(self) -> str:
        """What the article says, in words."""
        return self.said(self.suggestion.values.get(self.name))

    @property
    def current(self) -> str:
        """What the field comes to, in words: as edited, or as the article has it."""
        is_edited = self.choice is not None and self.choice.decision == Decision.EDITED
        return self.said(self.choice.value) if is_edited and self.choice else self.read

    def said(self, value: Any) -> str:
        return in_words(self.suggestion.kind, self.name, value, self.names)

    @property
    def details(self) -> list[tuple[str, str]]:
        """The fields of an item beside its words, as they stand, in words."""
        values = self.suggestion.values | self.suggestion.decided_values
        kind = self.suggestion.kind
        return [
            (label_of(name), in_words(kind, name, values[name], self.names))
            for name in DETAILS[kind]
            if values.get(name) and name not in {"sectors", "force"}
        ]

    @property
    def sectors(self) -> list[str]:
        values = self.suggestion.values | self.suggestion.decided_values
        return [self.names.of(code) for code in values.get("sectors") or []]

    @property
    def decision(self) -> str:
        """What stands decided of the field; rejecting the whole rejects each field."""
        if self.choice:
            return self.choice.decision
        whole = self.suggestion.decision
        if whole == Suggestion.Decision.REJECTED:
            return Decision.REJECTED
        is_open = whole == Suggestion.Decision.PENDING or self.is_gap
        return "" if is_open else Decision.ACCEPTED

    @property
    def is_gap(self) -> bool:
        """Whether the reader found nothing to put here."""
        return not self.suggestion.values.get(self.name)

    @property
    def is_decided(self) -> bool:
        return bool(self.decision)

    @property
    def is_written(self) -> bool:
        return bool(self.suggestion.record_reference)

    @property
    def has_conflict(self) -> bool:
        """Whether the record contradicts it, so that a person must say what stands."""
        return self.difference is not None and self.difference.is_conflict

    @property
    def is_open_conflict(self) -> bool:
        return self.has_conflict and not self.is_decided and not self.is_written

    @property
    def is_open(self) -> bool:
        return not self.is_decided and not self.is_written

    @property
    def is_plain(self) -> bool:
        """Whether it may be accepted together with others, having been on screen."""
        return self.is_open and not self.has_conflict and not self.is_match_open

    @property
    def is_uncertain(self) -> bool:
        return self.suggestion.confidence == Suggestion.Confidence.UNCERTAIN

    @property
    def is_sure(self) -> bool:
        is_certain = self.suggestion.confidence == Suggestion.Confidence.SURE
        return self.is_plain and is_certain and not self.is_inferred

    @property
    def is_inferred(self) -> bool:
        values = self.suggestion.values
        is_dated = self.name in DATED and bool(values.get(self.name))
        return is_dated and bool(values.get("reasoning"))

    @cached_property
    def reason(self) -> str:
        """From what the year of a date was inferred, in one sentence."""
        return year_reason(self.suggestion.values) if self.is_inferred else ""

    @property
    def inputs(self) -> list[Any]:
        """The fields to type in, as the page's form has them: those of the point."""
        if self.form is None:
            return []
        names = (self.name, f"{self.name}_more", *self._details_typed)
        return [self.form[name] for name in names if name in self.form.fields]

    @property
    def _details_typed(self) -> tuple[str, ...]:
        return DETAILS[self.suggestion.kind] if self.name == "text" else ()

    @property
    def confidence(self) -> str:
        return str(CONFIDENCE[self.level])

    @property
    def level(self) -> str:
        is_less = self.is_inferred and self.suggestion.confidence == "sure"
        return "likely" if is_less else self.suggestion.confidence

    @property
    def bars(self) -> list[bool]:
        return [bar < BARS[self.level] for bar in range(3)]

    @property
    def is_by_hand(self) -> bool:
        return bool(self.choice and self.choice.spans)

    @property
    def evidence(self) -> str:
        """The very words the field rests on."""
        if self.passage is None:
            return self.suggestion.quote
        text = self.suggestion.reading.source.text
        return text[self.passage.start : self.passage.end]

    @property
    def sentence(self) -> tuple[str, str, str]:
        """The sentence its words stand in: what is before them, they, what follows."""
        if self.passage is None:
            return "", self.suggestion.quote, ""
        text = self.suggestion.reading.source.text
        start, end = self.passage.start, self.passage.end
        first, last = sentence_around(text, start, end)
        return text[first:start], text[start:end], text[end:last]

    @property
    def question(self) -> str:
        """What is asked where record and article do not say the same."""
        return _("%(field)s: which is right?") % {"field": self.label}

    @property
    def options(self) -> list[Option]:
        """How the question may be answered: the record's, the article's, or both."""
        said = self.difference
        if said is None:
            return []
        here = (_("This article suggests it"), *self._where())
        both = said.both or _("The record keeps its own; this article stands beside.")
        kept = _("Keep “%(value)s”") % {"value": said.kept}
        return [
            Option(Decision.KEPT, kept, (_("In the record"), *said.sources)),
            Option(
                Decision.REPLACES, _("Use “%(value)s”") % {"value": said.stated}, here
            ),
            Option(
                Decision.ACCEPTED,
                _("Keep both, each with its source"),
                (both,),
                is_wide=True,
            ),
        ]

    def _where(self) -> tuple[str, ...]:
        if self.passage is None:
            return ()
        place = _("paragraph %(number)d") % {"number": self.passage.paragraph}
        return (f"{place}: “{self.evidence[:120]}”",)


def point_of(
    suggestion: Suggestion,
    name: str,
    names: Names,
    passages: Passages,
    choices: dict[str, Choice],
    difference: Difference | None,
    *,
    is_match_open: bool,
) -> Point:
    """Return one field of a suggestion as the desk shows it."""
    return Point(
        suggestion=suggestion,
        name=name,
        names=names,
        choice=choices.get(name),
        details_decided={
            other: choice
            for other, choice in choices.items()
            if other in DETAILS[suggestion.kind] and name == "text"
        },
        passage=passages.of(suggestion.pk, name),
        difference=difference,
        printed=_printed(suggestion, name, names, passages),
        is_match_open=is_match_open,
    )


def _printed(
    suggestion: Suggestion, name: str, names: Names, passages: Passages
) -> tuple[str, ...]:
    """Return how the article spells what is recorded under another spelling."""
    if name == "date" and suggestion.values.get("date_as_printed"):
        return (suggestion.values["date_as_printed"],)
    if name != "provinces":
        return ()
    codes = suggestion.values.get(name) or []
    printed = ((passages.printed.get(code, ""), names.of(code)) for code in codes)
    return tuple(text for text, known in printed if text and text != known)
