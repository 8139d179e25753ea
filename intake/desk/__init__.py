"""The review desk as a person sees it: an article and the cards beside it."""

from intake.desk.desk import Desk, desk_of

__all__ = ["Desk", "desk_of"]
