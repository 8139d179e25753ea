"""Addresses of the portal: pages in three languages, everything else in one."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path

from portal.feeds import sitemap
from portal.feeds.lists import LISTS
from portal.feeds.views import changes_feed, list_feed, summits_calendar
from portal.kept.marks import public
from portal.pages import (
    about,
    changes,
    corrections,
    coverage,
    followup,
    home,
    officials,
    partnerships,
    plumbing,
    preview,
    provinces,
    search,
    sources,
    threads,
)

handler500 = "portal.faults.fault"

pages: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("follow-up/", followup.followup, name="followup"),
    path(
        "partnerships/<reference:reference>/",
        partnerships.partnership,
        name="partnership",
    ),
    path("provinces/", provinces.province_list, name="province_list"),
    path("provinces/<reference:reference>/", provinces.province, name="province"),
    path("officials/", officials.official_list, name="official_list"),
    path("officials/<reference:reference>/", officials.official, name="official"),
    path("sources/", sources.source_list, name="source_list"),
    path("sources/<reference:reference>/", sources.source, name="source"),
    path("threads/", threads.thread_list, name="thread_list"),
    path("threads/<reference:reference>/", threads.thread, name="thread"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("changes/", changes.changes, name="changes"),
    path("about/", about.about, name="about"),
    path("", include("summits.urls")),
    path("feeds/changes.atom", changes_feed, name="feed_changes"),
    path("feeds/summits.ics", summits_calendar, name="summits_calendar"),
    *(
        path(f"feeds/{name}.atom", list_feed, {"name": name}, name=f"feed_{name}")
        for name in LISTS
    ),
]

# What one reader writes or is told: never kept.
personal = [
    path("corrections/new/", corrections.new, name=corrections.NEW),
    path("corrections/<str:number>/", corrections.sent, name="correction"),
]

urlpatterns = [
    path("admin/preview/<reference:reference>/", preview.preview, name="preview"),
    path("admin/", admin.site.urls),
    *public(path("api/", include("portal.api.urls"))),
    path("healthz", plumbing.healthz, name="healthz"),
    *public(path("robots.txt", plumbing.robots, name="robots")),
    *public(
        path(".well-known/security.txt", plumbing.security, name="security"),
        path("sitemap.xml", sitemap.sitemap_index, name="sitemap"),
        path(
            "sitemap-<slug:kind>-<int:number>.xml",
            sitemap.sitemap_part,
            name="sitemap_part",
        ),
    ),
    # Vietnamese stands without a prefix, Lao and English with theirs.
    *i18n_patterns(*public(*pages), *personal, prefix_default_language=False),
    *public(re_path("", plumbing.nowhere)),
]
