"""Record types: the classes, their fields, the memory they share."""
