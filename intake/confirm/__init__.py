"""Turning what a person decided about a reading into draft records with citations."""

from intake.confirm.confirm import confirm, mark_of

__all__ = ["confirm", "mark_of"]
