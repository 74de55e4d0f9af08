"""The year for people and programs: meetings, what is treated when, and what is late."""
