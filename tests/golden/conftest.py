"""Nothing in this folder is run: tests/test_golden.py compares it."""

collect_ignore_glob = ["*"]
