"""Making the table of words in a migration, as each database has it."""

from typing import Any

from portal.search.engines import engine_of


def create_words(_apps: Any, schema_editor: Any) -> None:
    """Make the table of words."""
    engine_of(schema_editor.connection).create()


def drop_words(_apps: Any, schema_editor: Any) -> None:
    """Take the table of words away."""
    engine_of(schema_editor.connection).drop()
