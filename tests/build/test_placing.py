"""Putting a finished package in place: in one step, without touching what is not ours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from interop.build.placing import MARK, STAMP_FILE, Occupied, check_target, place, staging


def fill(folder: str | Path, *names: str) -> None:
    for name in names:
        Path(folder, name).write_text(f"{name} in {folder}")


def test_new_package_takes_its_place(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    with staging(str(out), "m") as staged:
        fill(staged, "__init__.py", STAMP_FILE)
        place(staged, str(out / "m"))
    assert sorted(os.listdir(out)) == ["m"]
    assert sorted(os.listdir(out / "m")) == ["__init__.py", STAMP_FILE]


def test_package_is_as_readable_as_any_new_folder(tmp_path: Path) -> None:
    (tmp_path / "usual").mkdir()
    with staging(str(tmp_path), "m") as staged:
        assert os.stat(staged).st_mode == os.stat(tmp_path / "usual").st_mode


def test_earlier_package_is_replaced_and_foreign_files_stay(tmp_path: Path) -> None:
    target = tmp_path / "m"
    (target / "data").mkdir(parents=True)
    (target / "__pycache__").mkdir()
    fill(target, "__init__.py", STAMP_FILE, "_m.cpython-311.so", "libm.so", "data/x.txt")
    with staging(str(tmp_path), "m") as staged:
        fill(staged, "__init__.py", STAMP_FILE, "_m.abi3.so")
        place(staged, str(target))
    assert sorted(os.listdir(tmp_path)) == ["m"]
    assert sorted(os.listdir(target)) == ["__init__.py", STAMP_FILE, "_m.abi3.so", "data", "libm.so"]
    assert staged in (target / "__init__.py").read_text()
    assert str(target) in (target / "libm.so").read_text()


def test_old_package_comes_back_if_the_new_one_cannot_be_placed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "m"
    target.mkdir()
    fill(target, "__init__.py", STAMP_FILE)
    real = os.rename

    def refuse_new(source: str, destination: str) -> None:
        if destination == str(target) and not source.endswith("-old"):
            raise PermissionError(13, "Permission denied", source)
        real(source, destination)

    monkeypatch.setattr(os, "rename", refuse_new)
    with staging(str(tmp_path), "m") as staged, pytest.raises(PermissionError):
        place(staged, str(target))
    assert sorted(os.listdir(target)) == ["__init__.py", STAMP_FILE]
    assert sorted(os.listdir(tmp_path)) == ["m"]


def test_targets_that_may_be_used(tmp_path: Path) -> None:
    check_target(str(tmp_path / "missing"))
    check_target(str(tmp_path))
    fill(tmp_path, "data.txt")
    check_target(str(tmp_path))
    (tmp_path / "__init__.py").write_bytes(b"# Made " + MARK)
    check_target(str(tmp_path))


@pytest.mark.parametrize("name", ["__init__.py", "other.py"])
def test_somebody_elses_package_is_left_alone(tmp_path: Path, name: str) -> None:
    fill(tmp_path, name)
    with pytest.raises(Occupied, match="holds Python code that interop did not generate"):
        check_target(str(tmp_path))


def test_file_where_the_package_should_be(tmp_path: Path) -> None:
    fill(tmp_path, "m")
    with pytest.raises(Occupied, match="is there and is not a folder"):
        check_target(str(tmp_path / "m"))
