"""The workplace: the whole program as one page that works without an installation."""
