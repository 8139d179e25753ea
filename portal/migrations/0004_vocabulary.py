from django.db import migrations, models

from portal.search.migrate import empty_words


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0003_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "text",
                    models.CharField(max_length=20, primary_key=True, serialize=False),
                ),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AddField(
            model_name="searchstate",
            name="waiting",
            field=models.JSONField(default=dict),
        ),
        migrations.RunPython(empty_words, migrations.RunPython.noop, elidable=False),
    ]
