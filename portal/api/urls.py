"""Addresses of the API: one list and one detail for each kind of record."""

from django.urls import include, path, re_path
from rest_framework.routers import DefaultRouter

from portal.api.docs import api_docs
from portal.api.problems import unknown_address
from portal.api.schema import SchemaView
from portal.api.search import SearchViewSet
from provinces.api import OfficialViewSet, ProvinceViewSet
from publication.api import ChangeViewSet
from sources.api import SourceViewSet
from summits.api import (
    CommitmentViewSet,
    MinutesViewSet,
    PartnershipViewSet,
    ProgressViewSet,
    ProposalViewSet,
    SummitViewSet,
    ThreadViewSet,
)


class Router(DefaultRouter):
    """Lists at ``/<records>/``, details at ``/<records>/<reference>/``."""

    include_format_suffixes = False
    include_root_view = False


router = Router()
router.register("provinces", ProvinceViewSet, basename="api-province")
router.register("officials", OfficialViewSet, basename="api-official")
router.register("partnerships", PartnershipViewSet, basename="api-partnership")
router.register("summits", SummitViewSet, basename="api-summit")
router.register("minutes", MinutesViewSet, basename="api-minutes")
router.register("commitments", CommitmentViewSet, basename="api-commitment")
router.register("proposals", ProposalViewSet, basename="api-proposal")
router.register("threads", ThreadViewSet, basename="api-thread")
router.register("progress", ProgressViewSet, basename="api-progress")
router.register("sources", SourceViewSet, basename="api-source")
router.register("changes", ChangeViewSet, basename="api-change")

urlpatterns = [
    path("docs/", api_docs, name="api_docs"),
    path("v1/schema/", SchemaView.as_view(), name="api-schema"),
    path(
        "v1/search/",
        SearchViewSet.as_view({"get": "list"}, detail=False, basename="api-search"),
        name="api-search-list",
    ),
    path("v1/", include(router.urls)),
    re_path(r"^(?P<path>.*)\Z", unknown_address),
]
