"""The document in Word."""
