"""Classifications and checks: what rules say beside admission and score."""
