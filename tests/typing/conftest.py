"""The examples' bindings, for programs that use real libraries."""

from tests.examples.conftest import site

__all__ = ["site"]

collect_ignore = ["program.py", "misuse.py"]
"""Programs for type checkers, never run."""
