"""What every test may ask for: the bindings of the test library in the mode under test."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from types import ModuleType
from typing import Any

import pytest

from tests.support.build import Bindings, build_quickly

Binding = Callable[[str], ModuleType]

BINDINGS = pytest.StashKey[Bindings]()


TOGETHER = ("tests/examples", "tests/real")
"""Folders whose files share what is costly to make."""

APART = ("tests/build/test_other_pythons.py", "tests/checked/test_same_results.py")
"""Files whose tests share nothing, each of which takes as long as a file of others."""

FIRST = (
    *APART,
    "tests/memory/test_leaks.py",
    "tests/checked/test_suite.py",
    "tests/build/test_packaging.py",
    *TOGETHER,
)
"""What takes longest is begun first: at the end, one worker would be left alone with it."""


def _is_of(nodeid: str, place: str) -> bool:
    return PurePosixPath(nodeid.partition("::")[0]).is_relative_to(place)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With several workers, the tests of a file stay together, since they share what was built for it."""
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            if any(_is_of(nodeid, file) for file in APART):
                return nodeid
            file = nodeid.partition("::")[0]
            return next((folder for folder in TOGETHER if _is_of(nodeid, folder)), file)

    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: next((at for at, place in enumerate(FIRST) if _is_of(item.nodeid, place)), len(FIRST)))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--modes",
        default="default",
        help="comma-separated ways to build what the behavioural suite runs on: default, copy, pin, full, checked",
    )


def pytest_configure(config: pytest.Config) -> None:
    # Most of the time would go into optimizing. What is built for other modes is optimized as it is for users.
    if config.getoption("--modes") == "default":
        build_quickly()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "mode" in metafunc.fixturenames:
        modes = metafunc.config.getoption("--modes").split(",")
        # Module scope keeps the tests of one mode of one file together.
        metafunc.parametrize("mode", modes, scope="module")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what a checked build is not meant to do: some C under test breaks its declaration on purpose."""
    marker = item.get_closest_marker("ordinary")
    callspec = getattr(item, "callspec", None)
    if marker is not None and callspec is not None and callspec.params.get("mode") == "checked":
        pytest.skip(marker.args[0])


def pytest_collection_finish(session: pytest.Session) -> None:
    """Start to build what the collected tests will need, on all cores, while the first tests already run."""
    wanted: dict[tuple[str, str], None] = {}
    for item in session.items:
        features = getattr(getattr(item, "module", None), "FEATURES", ())
        callspec = getattr(item, "callspec", None)
        mode = callspec.params.get("mode") if callspec is not None else None
        if mode is not None:
            wanted.update(dict.fromkeys((feature, mode) for feature in features))
    if wanted and not session.config.option.collectonly:
        session.config.stash[BINDINGS] = bindings = Bindings(session.config.cache.mkdir("bindings"))
        # Of several workers one builds ahead; the others build what they come to first.
        if getattr(session.config, "workerinput", {}).get("workerid", "gw0") == "gw0":
            bindings.start(wanted)
    # Hundreds of tests collect garbage; what is there before the first of them, thousands of items, is none.
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    bindings = config.stash.get(BINDINGS, None)
    if bindings is not None:
        bindings.close()


@pytest.fixture(scope="session")
def bindings(request: pytest.FixtureRequest) -> Iterator[Bindings]:
    """All bindings of this session."""
    existing = request.config.stash.get(BINDINGS, None)
    if existing is not None:
        yield existing
        return
    fresh = Bindings(request.config.cache.mkdir("bindings"))
    yield fresh
    fresh.close()


@pytest.fixture(scope="module")
def binding(bindings: Bindings, mode: str) -> Binding:
    """``binding("strings")`` is the imported module made from ``cdefs/testlib/strings.cdef`` in the current mode."""
    return lambda feature: bindings.get(feature, mode)
