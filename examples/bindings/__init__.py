"""The modules that are built from the declarations in ``cdefs``; see ``pyproject.toml`` beside this folder."""
