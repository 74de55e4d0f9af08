"""How firmly the order stands: what it becomes under every possible weighting of the criteria."""
