"""The house keeps its own rules: docs/style.md says why each stands."""

import re
import statistics
from collections.abc import Callable, Iterable

import pytest

from tests.house import rules

FUNCTION_LINES = 40
FILE_LINES = 400

# Where a rule may be broken, by path or `path:name`, each with its reason.
MAY_WRITE_IN_BULK = {
    "publication/bulk.py",  # the one door, which writes the history itself
    "portal/search/kept.py",  # derived from records, and made anew from them
    "publication/stamp.py",  # a counter, of which nobody keeps a history
}
MAY_CATCH_ALL: set[str] = set()
MAY_LEAVE_FIELDS_OPEN: set[str] = set()
MAY_BE_LONG: set[str] = set()
MAY_HOLD_INLINE_CODE: set[str] = set()

PYTHON = {rules.named(path): path.read_text("utf-8") for path in rules.product_files()}
TEMPLATES = {
    rules.named(path): path.read_text("utf-8")
    for folder in ("templates", *rules.PACKAGES)
    for path in sorted((rules.ROOT / folder).rglob("*.html"))
}
TESTS = {
    rules.named(path): path.read_text("utf-8")
    for folder in ("tests", "benchmarks")
    for path in sorted((rules.ROOT / folder).rglob("*.py"))
}


def offenders(
    rule: Callable[[str], Iterable[tuple]],
    texts: dict[str, str],
    allowed: set[str] = frozenset(),
) -> list[str]:
    return [
        f"{name}:{found[0]} {found[1]}"
        for name, text in texts.items()
        if name not in allowed
        for found in rule(text)
    ]


def test_rows_are_written_one_by_one_or_through_the_module_that_keeps_history():
    assert offenders(rules.unrecorded_writes, PYTHON, MAY_WRITE_IN_BULK) == []


def test_no_error_is_caught_without_saying_which():
    assert offenders(rules.broad_excepts, PYTHON, MAY_CATCH_ALL) == []


def test_every_serializer_resource_and_form_names_its_fields():
    assert offenders(rules.open_field_lists, PYTHON, MAY_LEAVE_FIELDS_OPEN) == []


def test_no_function_is_longer_than_forty_lines():
    long = [
        f"{name}:{line} {function} ({length} lines)"
        for name, text in PYTHON.items()
        for line, function, length in rules.function_lengths(text)
        if length > FUNCTION_LINES and f"{name}:{function}" not in MAY_BE_LONG
    ]
    assert long == []


def test_functions_are_short_as_a_habit():
    lengths = [
        length
        for text in PYTHON.values()
        for _line, _name, length in rules.function_lengths(text)
    ]
    assert statistics.median(lengths) <= 8
    assert statistics.quantiles(lengths, n=10)[-1] <= 25


def test_no_file_is_longer_than_four_hundred_lines():
    counted = {name: text.count("\n") for name, text in {**PYTHON, **TESTS}.items()}
    long = {name: lines for name, lines in counted.items() if lines > FILE_LINES}
    assert long.keys() - MAY_BE_LONG == set()


def test_no_page_holds_a_style_or_script_the_policy_would_refuse():
    found = offenders(rules.inline_code, TEMPLATES, MAY_HOLD_INLINE_CODE)
    found += offenders(rules.inline_code_in_strings, PYTHON, MAY_HOLD_INLINE_CODE)
    assert found == []


def test_long_texts_are_trimmed_so_that_no_formatter_changes_them():
    block = re.compile(r"{% blocktrans(?:late)?\b(?![^%]*\btrimmed\b)[^%]*%}")
    untrimmed = {name for name, text in TEMPLATES.items() if block.search(text)}
    assert untrimmed == set()


def test_the_reader_imports_the_standard_library_and_the_spelling_fold_only():
    found = {
        name: rules.foreign_imports(
            text, own="intake.reader", allowed={"sources.spelling"}
        )
        for name, text in PYTHON.items()
        if name.startswith("intake/reader")
    }
    assert {name: imports for name, imports in found.items() if imports} == {}


@pytest.mark.parametrize(
    ("source", "call"),
    [
        ("Province.objects.update(code='x')", ".update("),
        ("rows.filter(a=1).update(**values)", ".update("),
        ("Province.objects.bulk_create(rows)", ".bulk_create("),
        ("await rows.abulk_update(rows, ['a'])", ".abulk_update("),
        ("rows.filter(a=1).delete()", ".delete("),
        ("province.delete()", ".delete("),
    ],
)
def test_a_write_past_the_history_is_seen(source, call):
    wrapped = f"async def act():\n    {source}\n"
    assert list(rules.unrecorded_writes(wrapped)) == [(2, call)]


@pytest.mark.parametrize(
    "source",
    [
        "values.update({'a': 1})",
        "digest.update(b'text')",
        "cache.delete('key')",
        "record.file.delete(save=False)",
        "create_all(rows, by=user)",
    ],
)
def test_dicts_digests_and_caches_may_be_written(source):
    assert list(rules.unrecorded_writes(source)) == []


@pytest.mark.parametrize(
    "caught", ["except:", "except Exception", "except (ValueError, Exception)"]
)
def test_a_catch_of_everything_is_seen(caught):
    source = f"try:\n    act()\n{caught.rstrip(':')}:\n    pass\n"
    assert list(rules.broad_excepts(source)) == [(3, caught)]


def test_a_suppression_of_everything_is_seen():
    source = "with contextlib.suppress(Exception):\n    act()\n"
    assert [line for line, _text in rules.broad_excepts(source)] == [1]


def test_a_named_error_may_be_caught():
    assert list(rules.broad_excepts("try:\n  a()\nexcept ValueError:\n  b()\n")) == []


@pytest.mark.parametrize(
    "line", ["fields = '__all__'", "fields = serializers.ALL_FIELDS", "exclude = ['a']"]
)
def test_an_open_list_of_fields_is_seen(line):
    source = f"class Form:\n    class Meta:\n        {line}\n"
    assert list(rules.open_field_lists(source)) == [(3, line)]


def test_an_open_factory_is_seen():
    source = "form = modelform_factory(Province, exclude=['a'])"
    assert list(rules.open_field_lists(source)) == [(1, "exclude=['a']")]


def test_named_fields_are_fine():
    source = "class Meta:\n    fields = ['name']\nrows.exclude(name='')\n"
    assert list(rules.open_field_lists(source)) == []


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color: red">',
        '<svg width="1" style="x">',
        '<a href="/" onclick="go()">',
        "<style>p {}</style>",
        "<script>go()</script>",
        '<script type="module">go()</script>',
        '<a href="javascript:go()">',
        '<p class="{% if a > b %}x{% endif %}" style="color: red">',
    ],
)
def test_an_inline_style_or_script_is_seen(markup):
    found = list(rules.inline_code(f"<main>\n{markup}"))
    assert [line for line, _text in found] == [2]
    assert list(rules.inline_code_in_strings(f"x = {markup!r}")) != []


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="{% static "site.js" %}" defer></script>',
        '<script type="application/ld+json">{{ data }}</script>',
        '<link rel="stylesheet" href="site.css">',
        '<p class="style" data-on="1">on = 1; style="quoted text"</p>',
    ],
)
def test_linked_files_and_data_blocks_may_stand(markup):
    assert list(rules.inline_code(markup)) == []


def test_the_length_of_a_function_counts_its_signature():
    source = "def act(\n    a,\n):\n    return a\n"
    assert list(rules.function_lengths(source)) == [(1, "act", 4)]


def test_a_foreign_import_is_seen():
    source = (
        "import re\n"
        "from sources.spelling import fold\n"
        "from sources.models import Source\n"
        "from intake.reader.dates import read\n"
        "from django.db import models\n"
    )
    assert rules.foreign_imports(
        source, own="intake.reader", allowed={"sources.spelling"}
    ) == ["sources.models", "django.db"]
