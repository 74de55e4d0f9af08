"""Bytes on disk: a file or a new folder whole, or not at all."""
