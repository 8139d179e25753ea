"""One text in three columns, read in the visitor's language or the next best."""

from typing import Any, Self

from django.utils.translation import get_language

LANGUAGES = ("vi", "lo", "en")


class TranslatedText(str):
    """A text that knows its language, and whether that is the one asked for."""

    lang: str
    is_fallback: bool

    def __new__(cls, text: str, lang: str, *, is_fallback: bool) -> Self:
        value = super().__new__(cls, text)
        value.lang = lang
        value.is_fallback = is_fallback and bool(text)
        return value


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
