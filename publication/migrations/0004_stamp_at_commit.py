"""On PostgreSQL the stamp steps as a transaction ends, so that none waits for another.

Whoever held the row from its first write on would hold up every other writer, and two
that want each other's rows as well would never end. SQLite lets one write at a time.
"""

from django.db import migrations

STEP = """
CREATE FUNCTION publication_stamp_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM publication_stamp WHERE id = NEW.id;
    INSERT INTO publication_stamp (id, number, is_synthetic)
        VALUES (1, (extract(epoch FROM clock_timestamp()) * 1000000000)::bigint, false)
        ON CONFLICT (id) DO UPDATE SET number = publication_stamp.number + 1;
    RETURN NULL;
END $$
"""
AT_COMMIT = """
CREATE CONSTRAINT TRIGGER publication_stamp_step AFTER INSERT ON publication_stamp
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.id <> 1)
    EXECUTE FUNCTION publication_stamp_step()
"""


def begin(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(STEP)
        schema_editor.execute(AT_COMMIT)


def end(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "DROP TRIGGER publication_stamp_step ON publication_stamp"
        )
        schema_editor.execute("DROP FUNCTION publication_stamp_step()")


class Migration(migrations.Migration):

    dependencies = [
        ("publication", "0003_reports"),
    ]

    operations = [migrations.RunPython(begin, end)]
