"""What becomes of an adopted agenda: progress, decisions per member, groups and who has what."""
