"""What was put together from several files, for people and programs."""
