"""What leaves the region for archive, Woo index, Algoritmeregister and council system."""
