"""Let setuptools build the modules of ``[tool.interop]``: wheels, editable installs and source distributions.

setuptools calls ``finalize`` for every distribution in an environment where this package is installed, so the module
imports nothing that a project without the table would pay for.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from setuptools import Command
from setuptools.errors import BaseError, SetupError

from interop.build.tables import Module, TableError, read_modules

if TYPE_CHECKING:
    from setuptools import Distribution

    from interop.model.library import Library

COMMAND = "build_interop"


def finalize(dist: Distribution) -> None:
    """Add the building of bindings to the distribution of a project that asks for it. The entry point's target."""
    project = dist.src_root or os.curdir
    try:
        modules = read_modules(project)
    except TableError as error:
        raise SetupError(str(error)) from None
    if modules:
        _add_command(dist)
        _make_binary(dist, all(module.abi3 for module in modules))
        _leave_out_folders_without_python(dist, project, modules)


def _add_command(dist: Distribution) -> None:
    build = dist.get_command_class("build")
    sub_commands = [*build.sub_commands, (COMMAND, None)]
    dist.cmdclass["build"] = type("build", (build,), {"sub_commands": sub_commands})
    dist.cmdclass[COMMAND] = BuildBindings


def _make_binary(dist: Distribution, abi3: bool) -> None:
    """A platform wheel; for later Pythons too if ``abi3``, unless the project has extensions of its own, whose ABI is
    not ours to tell."""
    from interop.build.toolchain import supports_abi3

    if abi3 and not dist.ext_modules and supports_abi3():
        dist.get_option_dict("bdist_wheel").setdefault("py_limited_api", ("[tool.interop]", "cp311"))
    dist.has_ext_modules = _always


def _always() -> bool:
    return True


def _leave_out_folders_without_python(dist: Distribution, project: str, modules: tuple[Module, ...]) -> None:
    """Keep setuptools' automatic discovery from taking a folder such as ``cdefs`` for a second top-level package.

    Nothing is changed for a project that lists its packages or has a ``src`` folder, nor where it stays unclear which
    folder is meant: setuptools explains that itself.
    """
    if dist.packages is not None or dist.py_modules is not None or _lists_packages(project):
        return
    if os.path.isdir(os.path.join(project, "src")):
        return
    from setuptools.discovery import FlatLayoutPackageFinder

    wanted = {module.package.partition(".")[0] for module in modules}
    packages = [
        package
        for package in FlatLayoutPackageFinder.find(project)
        if (top := package.partition(".")[0]) in wanted or _has_python(os.path.join(project, top))
    ]
    if len({package.partition(".")[0] for package in packages}) <= 1:
        dist.packages = packages


def _lists_packages(project: str) -> bool:
    """Whether the project's own configuration says what its packages are."""
    import tomllib
    from configparser import ConfigParser

    with open(os.path.join(project, "pyproject.toml"), "rb") as file:
        options = tomllib.load(file).get("tool", {}).get("setuptools", {})
    cfg = ConfigParser(interpolation=None)
    cfg.read(os.path.join(project, "setup.cfg"), encoding="utf-8")
    in_cfg = cfg.has_option("options", "packages") or cfg.has_option("options", "py_modules")
    return in_cfg or "packages" in options or "py-modules" in options


def _has_python(folder: str) -> bool:
    return any(name.endswith(".py") for _, _, files in os.walk(folder) for name in files)


class BuildBindings(Command):
    """Builds every module of the table: beside the sources for an editable install, else for the wheel."""

    description = "build the modules of [tool.interop]"
    user_options: list[tuple[str, str, str]] = []

    def initialize_options(self) -> None:
        self.build_lib: str | None = None
        self.editable_mode = False
        self.modules: tuple[Module, ...] = ()

    def finalize_options(self) -> None:
        self.set_undefined_options("build", ("build_lib", "build_lib"))
        self.modules = read_modules(os.curdir)

    def run(self) -> None:
        from interop.build.driver import build
        from interop.diag.render import render

        self._remind_of_dependency()
        for module in self.modules:
            out = self._source_folder(module) if self.editable_mode else self._build_folder(module)
            result = build(
                module.cdef, out, strict=module.strict, abi3=module.abi3, checked=module.checked, progress=print
            )
            if result.report.diagnostics:
                print(render(result.report), file=sys.stderr)
            if not result.ok:
                raise BaseError(f"[tool.interop]: {module.cdef} was not built; its faults are reported above")
            if self.editable_mode:
                self._announce_package(module.package)

    def _remind_of_dependency(self) -> None:
        """Generated modules import ``interop.runtime``; a project that does not say so works only where it is built."""
        required = [re.split(r"[^\w.-]", line)[0] for line in self.distribution.install_requires or ()]
        if "cffi-interop" not in (re.sub(r"[-_.]+", "-", name).lower() for name in required):
            message = 'note: [tool.interop]: the modules need "cffi-interop" in the project\'s dependencies'
            print(message, file=sys.stderr)

    def _announce_package(self, package: str) -> None:
        """Let an editable install find a package that has nothing but bindings, which setuptools did not discover."""
        packages: list[str] = self.distribution.packages or []
        self.distribution.packages = packages if package in packages else [*packages, package]

    def get_source_files(self) -> list[str]:
        """What a source distribution needs to build the modules again."""
        found: dict[str, None] = {}
        for module in self.modules:
            for path in _inputs(module.cdef):
                relative = os.path.relpath(path)
                if not relative.startswith(os.pardir):
                    found[relative.replace(os.sep, "/")] = None
        return list(found)

    def get_outputs(self) -> list[str]:
        return list(self._outputs())

    def get_output_mapping(self) -> dict[str, str]:
        return self._outputs() if self.editable_mode else {}

    def _outputs(self) -> dict[str, str]:
        """The files of the wheel, each with the file beside the sources that an editable install uses instead."""
        from interop.build.placing import STAMP_FILE
        from interop.build.toolchain import extension_suffix

        outputs = {}
        for module in self.modules:
            library = _load(module.cdef)
            if library is not None:
                extension = f"_{library.name}{extension_suffix(module.abi3)}"
                for name in ("__init__.py", "__init__.pyi", "py.typed", extension, STAMP_FILE):
                    built = os.path.join(self._build_folder(module), library.name, name)
                    outputs[built] = os.path.join(self._source_folder(module), library.name, name)
        return outputs

    def _build_folder(self, module: Module) -> str:
        assert self.build_lib is not None
        return os.path.join(self.build_lib, *module.package.split("."))

    def _source_folder(self, module: Module) -> str:
        folder: str = self.get_finalized_command("build_py").get_package_dir(module.package)
        return folder


def _load(cdef: str) -> Library | None:
    from interop.frontend.load import load

    return load(cdef)[0]


def _inputs(cdef: str) -> list[str]:
    """The ``.cdef`` file, what it imports, its sources, and the headers beside them."""
    library = _load(cdef)
    if library is None:
        return [cdef]
    base = os.path.dirname(os.path.abspath(cdef))
    declared = (*library.binding.sources, *library.binding.headers, *library.binding.includes)
    imported = [declaration.origin.file.path for declaration in library.declarations]
    pending = [cdef, *imported, *(os.path.join(base, name) for name in declared)]
    found: dict[str, None] = {}
    while pending:
        path = os.path.abspath(pending.pop(0))
        if path in found or not os.path.isfile(path):
            continue
        found[path] = None
        if not path.endswith(".cdef"):
            pending.extend(os.path.join(os.path.dirname(path), name) for name in _included(path))
    return list(found)


def _included(path: str) -> list[str]:
    """The files that a C file includes with quotes."""
    with open(path, encoding="utf-8", errors="replace") as file:
        return re.findall(r'^\s*#\s*include\s*"([^"]+)"', file.read(), re.MULTILINE)
