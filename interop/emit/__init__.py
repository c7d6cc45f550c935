"""Text from plans: C stubs, cffi declarations, the Python module, its stub file, explanations. Nothing is decided here."""
