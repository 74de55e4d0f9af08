"""The document for the meeting: one value, rendered to every form that leaves the house."""
