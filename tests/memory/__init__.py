"""Leaks, lifetimes, exact-size buffers and threads."""
