"""Structs as real headers declare them."""
