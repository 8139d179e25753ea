"""Who handles what readers report: editors, publishers and administrators."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ("editor", "publisher", "administrator")


def _handling(apps):
    Permission = apps.get_model("auth", "Permission")
    return Permission.objects.filter(
        content_type__app_label="publication", codename="handle_correctionreport"
    )


def allow(apps, schema_editor):
    create_permissions(installed.get_app_config("publication"), verbosity=0)
    Group = apps.get_model("auth", "Group")
    for group in Group.objects.filter(name__in=ROLES):
        group.permissions.add(*_handling(apps))


def forbid(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for group in Group.objects.filter(name__in=ROLES):
        group.permissions.remove(*_handling(apps))


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0001_roles"),
        ("publication", "0003_reports"),
    ]
    operations = [migrations.RunPython(allow, forbid)]
