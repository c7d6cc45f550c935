"""What custom marshallers can do, seen from their classes where these can be imported while a file is read."""

from __future__ import annotations

import functools
import os
import sys

from interop.plan.calls import MarshallerFacts
from interop.runtime.marshalling import Abilities, resolve


@functools.cache
def look_up(path: str) -> MarshallerFacts | None:
    """The facts of a marshaller, or None where its module is not at hand: importing the generated module tells then.

    The current folder counts as one that modules are imported from, as it does for ``python -m``."""
    if path.startswith("."):
        return None
    here = os.getcwd()
    sys.path.append(here)
    try:
        abilities = Abilities(resolve(path, ""))
    except Exception:
        return None
    finally:
        sys.path.remove(here)
    return MarshallerFacts(
        abilities.per_call, abilities.to_c, abilities.from_c, abilities.python_type, abilities.accepted_type
    )
