"""Read what people typed: text, YAML with places, and its shape."""
