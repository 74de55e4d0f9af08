"""What becomes of an adopted agenda, as tables, text and data."""
