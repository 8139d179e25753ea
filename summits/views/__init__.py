"""Pages of what stands in this room."""
