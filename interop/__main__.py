"""``python -m interop``: the command line."""

import sys

from interop.cli import main

sys.exit(main())
