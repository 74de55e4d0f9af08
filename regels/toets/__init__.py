"""Rules as a product of their own: what is wrong with them whatever topic they judge."""
