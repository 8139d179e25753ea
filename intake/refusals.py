"""What the reader says of a file that is no article, in the language of who asks."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext, gettext_noop

from intake.reader.clean import UnreadableArticle

# The reader is a library without a language; these are its sentences, for translation.
SENTENCES = {
    gettext_noop("The file is empty. An article of at least two sentences is needed."),
    gettext_noop(
        "The file has %(size)s MB. Articles of up to 1 MB (1,000,000 bytes) are "
        "accepted."
    ),
    gettext_noop("The file is UTF-16. Save the article as UTF-8 text (.txt)."),
    gettext_noop(
        "The file is not UTF-8: byte %(byte)d cannot be read. "
        "Save the article as UTF-8 text (.txt)."
    ),
    gettext_noop(
        "The file is binary (a picture, a PDF or a Word file?). "
        "Save the article as UTF-8 text (.txt)."
    ),
    gettext_noop(
        "The file holds %(letters)d letters and is no article. "
        "An article has at least two sentences."
    ),
    gettext_noop(
        "The text names no province that is recorded here, so it is no article about "
        "one. Record the province first, or choose another file."
    ),
}


@contextmanager
def refused_in_own_language() -> Iterator[None]:
    """Say again, in the active language, why the reader refuses a file."""
    try:
        yield
    except UnreadableArticle as error:
        raise UnreadableArticle(gettext(error.sentence), **error.values) from error
