"""Pages of a list by cursor: as quick at the end as at the start."""

from rest_framework.pagination import CursorPagination


class KeysetPagination(CursorPagination):
    """Pages by key, not by number; ``page_size`` up to 100."""

    ordering = "pk"
    page_size_query_param = "page_size"
    max_page_size = 100
