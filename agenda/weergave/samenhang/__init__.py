"""What hangs together as tables, text, JSON and graphs."""
