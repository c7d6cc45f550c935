"""The test suite: one package, so that files in different folders may share a name."""
