"""The list with other weights."""
