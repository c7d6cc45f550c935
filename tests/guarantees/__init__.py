"""The guarantees of the directional attributes, cell by cell."""
