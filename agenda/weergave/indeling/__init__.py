"""What the classifications and checks of a profile come to, and why."""
