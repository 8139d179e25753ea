"""One text in three columns, read in the visitor's language or the next best."""

import re
from typing import Any, Self

from django.utils.translation import get_language

LANGUAGES = ("vi", "lo", "en")
# Letters that only one of our languages writes; é or ô could be French as well.
LETTERS = {
    "vi": re.compile("[ăđơưĩũ\u1ea0-\u1ef9]", re.IGNORECASE),
    "lo": re.compile("[\u0e80-\u0eff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
}


class TranslatedText(str):
    """A text that knows its language, and whether that is the one asked for."""

    lang: str
    is_fallback: bool

    def __new__(cls, text: str, lang: str, *, is_fallback: bool) -> Self:
        value = super().__new__(cls, text)
        value.lang = lang
        value.is_fallback = is_fallback and bool(text)
        return value


def written_in(text: str) -> str:
    """Return the language of a text printed as its source has it, or nothing.

    Only its letters can tell; where they belong to two languages or to any, none does.
    """
    if isinstance(text, TranslatedText):
        return text.lang
    found = [lang for lang, letters in LETTERS.items() if letters.search(text)]
    return found[0] if len(found) == 1 else ""


class Translated:
    """Reads ``x_vi``, ``x_lo``, ``x_en`` as ``x`` in the active language.

    Where that column is empty, Vietnamese stands in, then English, then Lao; the text
    carries its language, so that a page can mark the island.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        wanted = (get_language() or "vi")[:2]
        for lang in dict.fromkeys((wanted, "vi", "en", "lo")):
            if text := getattr(instance, f"{self.name}_{lang}", ""):
                return TranslatedText(text, lang, is_fallback=lang != wanted)
        return TranslatedText("", wanted, is_fallback=False)

    def all(self, instance: Any) -> dict[str, str]:
        """Return every language of it, empty ones included."""
        return {lang: getattr(instance, f"{self.name}_{lang}") for lang in LANGUAGES}
