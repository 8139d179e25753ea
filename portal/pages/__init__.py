"""Pages that join the rooms."""
