"""The whole program as one page that works without installation, built out of its parts."""
