"""From a ``.cdef`` file to an importable package: the driver, the C compiler, and the hook for setuptools."""
