"""Calls from Python into C, one file per feature of the test library."""
