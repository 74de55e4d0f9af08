"""Two agendas beside each other, as tables, text and JSON."""
