"""Making the table of words in a migration, as each database has it."""

from typing import Any

from portal.search.engines import engine_of


def create_words(_apps: Any, schema_editor: Any) -> None:
    """Make the table of words."""
    engine_of(schema_editor.connection).create()


def drop_words(_apps: Any, schema_editor: Any) -> None:
    """Take the table of words away."""
    engine_of(schema_editor.connection).drop()


def empty_words(apps: Any, schema_editor: Any) -> None:
    """Make the table of words as it is now, and forget what was in it."""
    engine = engine_of(schema_editor.connection)
    engine.drop()
    engine.create()
    for name in ("SearchEntry", "SearchName", "SearchState"):
        model = apps.get_model("portal", name)
        schema_editor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608 - ours
