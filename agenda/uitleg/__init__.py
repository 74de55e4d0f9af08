"""The agenda of one year, and why each topic stands where it stands."""
