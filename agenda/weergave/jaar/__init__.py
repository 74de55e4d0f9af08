"""The year, as tables, text, JSON and pictures."""
