"""From the text of a ``.cdef`` file to a ``Library``, with every fault of the file reported in one run."""
