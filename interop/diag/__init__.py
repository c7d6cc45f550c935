"""Talking about source text: places, diagnostics, their catalogue and how they are shown."""
