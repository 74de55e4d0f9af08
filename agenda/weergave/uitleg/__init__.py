"""Explanations as tables, text and JSON."""
