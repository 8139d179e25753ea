from django.db import migrations, models

from portal.search.migrate import create_words, drop_words


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0002_reports"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20)),
                ("record", models.BigIntegerField()),
                ("partnership", models.CharField(blank=True, max_length=120)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("sectors", models.CharField(blank=True, max_length=60)),
                ("implementation", models.CharField(blank=True, max_length=14)),
                ("date", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "record"), name="portal_searchentry_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("entry", models.BigIntegerField(db_index=True)),
                ("text", models.CharField(max_length=200)),
                ("language", models.CharField(max_length=5)),
                ("squeezed", models.CharField(db_index=True, max_length=400)),
                ("sound", models.CharField(db_index=True, max_length=400)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.CreateModel(
            name="SearchState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("positions", models.JSONField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunPython(create_words, drop_words, elidable=False),
    ]
