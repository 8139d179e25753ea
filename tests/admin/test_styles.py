"""The admin's stylesheet says nothing in colours of its own."""

import re
from pathlib import Path

from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
ADMIN = (STATIC / "admin.css").read_text("utf-8")
SITE = (STATIC / "site.css").read_text("utf-8")


def test_every_token_the_admin_uses_is_one_of_the_site_or_of_its_own():
    defined = set(re.findall(r"(--[\w-]+)\s*:", SITE + ADMIN))
    assert set(re.findall(r"var\((--[\w-]+)", ADMIN)) - defined == set()


def test_the_stylesheet_brings_no_images_and_no_imports():
    assert re.findall(r"url\(|@import|data:", ADMIN) == []
