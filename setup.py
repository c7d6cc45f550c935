"""What pyproject.toml cannot say: the stub runtime's C headers travel inside the package as ``interop/native/interop``.

In a checkout they stay in ``native/include``, where the C code under test uses them too; an editable install finds them
there. Everything else is in pyproject.toml.
"""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HEADERS = Path("native", "include", "interop")


class BuildWithHeaders(build_py):
    """Copies the headers into what becomes the wheel."""

    def run(self) -> None:
        super().run()
        if getattr(self, "editable_mode", False):
            return
        target = Path(self.build_lib, "interop", "native", "interop")
        target.mkdir(parents=True, exist_ok=True)
        for header in sorted(HEADERS.glob("*.h")):
            self.copy_file(str(header), str(target / header.name))


setup(cmdclass={"build_py": BuildWithHeaders})
