"""The central structure: frozen values that say what a ``.cdef`` file declares, and nothing about what to do with it."""
