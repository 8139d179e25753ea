"""Every word of the reading format has its term among the records."""

from intake import vocabulary
from intake.confirm.reasons import SENTENCES
from intake.models import Suggestion
from intake.reader.clean import REFUSALS
from intake.readings import SECTIONS
from intake.refusals import SENTENCES as REFUSED
from summits.models import Minutes, Progress, Summit
from tests import make

# The words that docs/reference.md promises.
WORDS = {
    "EVENT_KINDS": "summit talks visit signing",
    "EVENT_STAGES": "announced held postponed cancelled",
    "DAY_PARTS": "morning afternoon evening",
    "DOCUMENT_KINDS": "minutes memorandum agreement plan annex other",
    "DOCUMENT_STAGES": "signed planned earlier",
    "ROLES": "head_of_delegation chair signatory speaker attendee",
    "ITEM_FORCES": "agreed proposed petition reported",
}


def test_the_table_maps_exactly_the_words_of_the_format():
    known = {name: set(getattr(vocabulary, name)) for name in WORDS}
    assert known == {name: set(words.split()) for name, words in WORDS.items()}


def test_every_term_is_one_the_records_accept():
    assert set(vocabulary.EVENT_KINDS.values()) == set(Summit.Kind)
    assert set(vocabulary.EVENT_STAGES.values()) == set(Summit.Stage)
    assert set(vocabulary.DOCUMENT_KINDS.values()) == set(Minutes.Kind)
    assert set(vocabulary.DOCUMENT_STAGES.values()) == set(Minutes.Stage)
    assert vocabulary.REPORTED_IMPLEMENTATION in Progress.Implementation


def test_each_section_of_a_reading_is_a_kind_of_suggestion():
    assert set(SECTIONS.values()) == set(Suggestion.Kind)
    assert set(make.EMPTY_FACTS) == {kind.value for kind in Suggestion.Kind}


def test_every_reason_for_a_year_has_its_sentence():
    assert set(SENTENCES) == {
        "same_event_full_date",
        "publication_date",
        "label_year",
        "label_and_latest_fact",
        "label_and_previous_minutes",
        "label_and_weekday",
        "previous_minutes",
    }


def test_every_refusal_of_the_reader_can_be_said_in_another_language():
    assert REFUSED == REFUSALS
