"""Reading and writing files, so that the domain stays pure."""
