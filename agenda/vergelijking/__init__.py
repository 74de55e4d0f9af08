"""Two agendas beside each other: what is different, and what made each topic move."""
