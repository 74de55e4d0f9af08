"""What is shown of the year."""
