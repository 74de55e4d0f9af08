"""What is known of a region, as values."""
