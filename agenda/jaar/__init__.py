"""What fits in the year, what it costs whom, and when who treats it."""
