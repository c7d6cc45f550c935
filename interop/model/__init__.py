"""The central structure: frozen values that say what a ``.cdef`` file declares, nothing about what to do."""
