"""Calls that fail half-way, and what must have been released and left alone."""
