"""The document in each form that leaves the house."""
