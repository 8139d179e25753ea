"""Loaded before the settings are, so that a test run is the same on every machine."""

import os

# DATABASE_URL is not among them: it is what a run may choose.
SET_BY_OPERATORS = {
    "ALLOWED_HOSTS",
    "BACKUP_DIR",
    "CACHE_URL",
    "CONTACT_DAYS",
    "DJANGO_SECRET_KEY",
    "EMAIL_URL",
    "KEPT_MEGABYTES",
    "MEDIA_ROOT",
    "PLAN_DUE",
    "REPORT_DAYS_AFTER_SIGNING",
    "SITE_URL",
    "TRUSTED_PROXIES",
}

for name in SET_BY_OPERATORS:
    os.environ.pop(name, None)
os.environ["DEBUG"] = "1"
