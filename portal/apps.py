from axes import apps as axes_apps
from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from portal.search import checks  # noqa: F401, PLC0415 - models come first


class StaffSiteConfig(admin_apps.AdminConfig):
    """Django's admin on the staff's own site."""

    default = False
    default_site = "portal.admin.StaffSite"


class LoginsConfig(axes_apps.AppConfig):
    """The watch over failed logins, under a name staff understand."""

    default = False
    verbose_name = _("Logins")
