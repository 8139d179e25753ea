"""Withdrawing what an article brought, but for what something else rests on by now."""

from intake.undo.undo import Undone, undo, what_undo_would_do

__all__ = ["Undone", "undo", "what_undo_would_do"]
