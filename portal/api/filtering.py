"""Filters of the API: the same FilterSets as the pages, nothing else accepted."""

from django_filters.rest_framework import DjangoFilterBackend


class StrictFilterBackend(DjangoFilterBackend):
    """Refuses unknown names and impossible values."""
