"""How firmly the order stands, as tables, text, JSON and a picture."""
