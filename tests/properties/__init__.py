"""Properties of calls over values drawn by Hypothesis."""
