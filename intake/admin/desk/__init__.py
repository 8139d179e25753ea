"""The review desk in the admin: a page for each article, working without scripts."""

from intake.admin.desk.pages import DeskPages

__all__ = ["DeskPages"]
