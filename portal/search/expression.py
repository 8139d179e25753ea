"""What the table of words is asked: words, phrases, and which of them must be there."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Phrase:
    """Words that follow each other; the last may be the beginning of one."""

    words: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True)
class Expression:
    """Every term must be found, each as one of its phrases; labels alike.

    With ``in_title`` the phrases are looked for in the names and titles alone.
    """

    terms: tuple[tuple[Phrase, ...], ...] = ()
    labels: tuple[tuple[str, ...], ...] = ()
    in_title: bool = False


@dataclass(frozen=True)
class Words:
    """What one entry is found by, each text as its words with a space between.

    The texts are kept apart: no phrase crosses from one to the next.
    """

    title: tuple[str, ...]
    body: tuple[str, ...] = ()
    labels: tuple[str, ...] = field(default=())
