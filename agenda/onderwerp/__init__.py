"""A topic, its fields and the settings of a year, as strict models."""
