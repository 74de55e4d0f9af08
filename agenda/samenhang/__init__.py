"""What serves what, and what must come first."""
