"""Text from plans: C stubs, cffi declarations, the Python module, its types, explanations. Nothing is decided here."""
