"""What the files of several members say together, and where they differ."""
