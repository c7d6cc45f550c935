"""What type checkers, help() and inspect see of generated modules."""
