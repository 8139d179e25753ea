"""The four roles of the house and what each may do."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

RECORDS = [
    ("sources", "source"),
    ("provinces", "province"),
    ("provinces", "official"),
    ("summits", "partnership"),
    ("summits", "summit"),
    ("summits", "minutes"),
    ("summits", "commitment"),
    ("summits", "proposal"),
    ("summits", "progress"),
]
PUBLISHING = {"publish", "withdraw"}
APPS = ("publication", "sources", "provinces", "summits", "intake")


def make_roles(apps, schema_editor):
    for name in (*APPS, "auth"):
        create_permissions(installed.get_app_config(name), verbosity=0)
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    ours = Permission.objects.filter(content_type__app_label__in=APPS)
    kept = [p for p in ours if not p.codename.split("_", 1)[1].startswith("historical")]
    editing = [
        permission
        for permission in kept
        if permission.codename.split("_", 1)[0] not in PUBLISHING
    ]
    reporting = [p for p in kept if p.codename.startswith("view_") or p.codename == "add_progress"]
    for role, permissions in {
        "editor": editing,
        "publisher": kept,
        "reporter": reporting,
        "administrator": Permission.objects.filter(
            content_type__app_label__in=[*APPS, "auth"]
        ),
    }.items():
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set(permissions)


def drop_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(
        name__in=["editor", "publisher", "reporter", "administrator"]
    ).delete()


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("publication", "0001_initial"),
        ("sources", "0001_initial"),
        ("provinces", "0001_initial"),
        ("summits", "0001_initial"),
        ("intake", "0001_initial"),
    ]
    operations = [migrations.RunPython(make_roles, drop_roles)]
