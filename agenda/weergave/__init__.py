"""Renderings of what the domain decided: data, text for a terminal, Markdown and CSV."""
