"""Variants on the way in: the record that a value of Python's stands for."""

from __future__ import annotations

from interop.emit import names
from interop.emit.crecord import RecordFrame, c_type
from interop.emit.writer import c_string
from interop.plan.fields import Inline, VariantPlan

_TESTS = {
    "bool": "PyBool_Check(_value)",
    "int": "PyLong_Check(_value)",
    "float": "PyFloat_Check(_value)",
    "str": "PyUnicode_Check(_value)",
    "bytes": "PyObject_CheckBuffer(_value)",
}
"""What tells the types apart, in an order in which the first that holds is the right one."""


def value_in(frame: RecordFrame, variant: VariantPlan) -> None:
    """A function that answers with the record: a new one, or what it was given where that may be one itself."""
    w, suffix = frame.w, frame.suffix
    takes = sorted(variant.takes, key=lambda taken: list(_TESTS).index(taken.python))
    w.lines(
        "static PyObject *", f"interop_variant_{suffix}(PyObject *_value, interop_arena *_arena, interop_place _at)"
    )
    with w.indented("{", "}"):
        w.lines("interop_object *_self;", "int _failed;", "")
        w.line(f"if (INTEROP_IS(_value, &{names.record(suffix)}))")
        w.line("    return _value;")
        w.line(f"_self = interop_record_new(&{names.record(suffix)});")
        w.lines("if (_self == NULL)", "    return NULL;")
        otherwise = "if"
        if variant.none is not None and variant.tag is not None:
            with w.indented("if (_value == Py_None) {"):
                w.line(f"(({frame.spelling} *)_self->data)->{variant.tag.path} = {variant.none};")
                w.line("_failed = 0;")
            otherwise = "} else if"
        for taken in takes:
            assert variant.tag is not None
            with w.indented(f"{otherwise} ({_TESTS[taken.python]}) {{"):
                w.line(f"(({frame.spelling} *)_self->data)->{variant.tag.path} = {taken.tag};")
                write = f"interop_write_{frame.number(taken.field)}_{suffix}"
                w.line(f"_failed = {write}((PyObject *)_self, _value, NULL);")
            otherwise = "} else if"
        if otherwise == "if":
            w.lines("Py_DECREF((PyObject *)_self);", "(void)_arena;", "(void)_failed;", "(void)_at;", "return _value;")
        else:
            with w.indented("} else {", "}"):
                w.line("Py_DECREF((PyObject *)_self);")
                w.line("_failed = interop_is_cdata(_value);")
                w.line("if (_failed == 0)")
                w.line(f"    interop_expected(_at, {c_string(_listed(frame.record.item.values))}, _value);")
                w.line("return _failed > 0 ? _value : NULL;")
            w.lines("if (_failed)", "    interop_wrong_inside(_at);", "else")
            w.line("    _failed = interop_arena_keep(_arena, (PyObject *)_self);")
            w.line("/* The arena keeps it until the call is over. */")
            w.line("Py_DECREF((PyObject *)_self);")
            w.line("return _failed ? NULL : (PyObject *)_self;")
    w.line()


_EXACTLY = {"int": "PyLong_CheckExact", "float": "PyFloat_CheckExact", "str": "PyUnicode_CheckExact"}
_EXACTLY["bytes"] = "PyBytes_CheckExact"


def plain_in(frame: RecordFrame, variant: VariantPlan) -> None:
    """None and plain numbers are stored at once; what is wrong with one is said of the record that it stands for."""
    w = frame.w
    if variant.tag is None:
        return
    tag = f"_first->{variant.tag.path}"
    if variant.none is not None:
        with w.indented("if (_object == Py_None) {", "}"):
            w.lines("memset(_first, 0, sizeof *_first);", f"{tag} = {variant.none};", "return 0;")
    for taken in variant.takes:
        if taken.is_number and taken.python in _EXACTLY:
            shape = taken.field.shape
            assert isinstance(shape, Inline)
            with w.indented(f"if ({_EXACTLY[taken.python]}(_object)) {{", "}"):
                w.line(f"{c_type(shape.item)} _number;")
                with w.indented(f"if (interop_to_{shape.item.suffix}(_object, &_number, _at) == 0) {{", "}"):
                    w.lines("memset(_first, 0, sizeof *_first);", f"{tag} = {taken.tag};")
                    path = taken.field.path
                    # Not by assignment, since the member may be const.
                    w.line(f"memcpy((void *)(uintptr_t)&_first->{path}, &_number, sizeof _number);")
                    w.line("return 0;")
                w.line("PyErr_Clear();")


def immutable_in(frame: RecordFrame, variant: VariantPlan) -> bool:
    """``_plain``, the value where it is held as it is, with its tag; whether there may be such a one."""
    w = frame.w
    kinds = [taken for taken in variant.takes if taken.is_immutable and taken.python in _EXACTLY]
    if variant.tag is None or not kinds:
        return False
    w.line("memset(_first, 0, sizeof *_first);")
    for number, taken in enumerate(kinds):
        with w.indented(f"{'} else ' if number else ''}if ({_EXACTLY[taken.python]}(_object)) {{"):
            w.lines(f"_first->{variant.tag.path} = {taken.tag};", "_plain = _object;")
    w.line("}")
    return True


def _listed(values: tuple[str, ...]) -> str:
    """``int, float or None``."""
    return " or ".join((", ".join(values[:-1]), values[-1]))
