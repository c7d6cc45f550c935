"""Every generated name, in both languages.

C names; the front end refuses declarations that start with ``interop_``:

    kind               pattern                       example
    stub               interop_f_{function}          interop_f_compress2
    signature          interop_s_{function}          interop_s_compress2
    parameter names    interop_n_{function}          interop_n_compress2
    further arguments  interop_v_{function}          interop_v_log_line           their name: interop_m_log_line
    keyword cache      interop_k_{function}          interop_k_compress2
    docstring          interop_d_{function}          interop_d_compress2
    result type        interop_r_{function}          interop_r_divide             its fields: interop_q_divide
    symbol address     interop_p_{function}          interop_p_ZSTD_compress     lazy modules only
    enumeration        interop_e_{enum}              interop_e_color
    exception          interop_x_{class}             interop_x_ZlibError
    handle class       interop_hk_{suffix}           interop_hk_h_t_db            its parts: interop_valid_, _pack_,
                                                     _value_, _accept_, _ready_, _close_
                                                     and _hm_ (methods)
    callback           interop_cb_{suffix}           interop_cb_f_t_visitor       its parts: interop_ci_ (body), _ct_
                                                     (trampolines), _cp_ (pool), _cg_ (beyond the pool),
                                                     _cr_ (binds what the body needs)
    pointer's stub     interop_f_0{suffix}           interop_f_0f_t_visitor       no Python name begins with a digit
    callback's slot    interop_slot_{slot}           interop_slot_busy
    codec              interop_c_{number}            interop_c_0
    marshaller         interop_m_{number}            interop_m_0
    conversions        interop_to_{suffix}           interop_to_t_uLong           made by INTEROP_<CLASS>(suffix, T),
                       interop_type_{suffix}                                      with interop_from_, interop_type_
    cffi type          interop_ctype_{suffix}        interop_ctype_t_voidptr
    untagged record    interop_u_{record}_{field}    interop_u_outer_inner        named by the front end
    record's twin      interop_twin_{number}         interop_twin_3               what proofs compare with
    bit-field's proof  interop_bits_{numbers}        interop_bits_3_0
    record type        interop_record_{suffix}       interop_record_r_t_point     its tables have names of this kind too
    field              interop_read_{n}_{suffix}     interop_read_0_r_t_point     its getter; its setter: interop_write_
    system's tag       interop_h_{tag}               interop_h_timespec           modules without a header only

Inside a stub every local starts with an underscore, since expressions may use anything the header declares. For a
parameter ``x``:

    _a_x   what C gets, with the declared type; also what expressions mean by ``x``
    _s_x   the slot that _a_x points at                   _i_x   its value before the first of several calls
    _b_x   an array (interop_array)                       _t_x   a text (interop_text)
    _r_x   room for text (interop_room)                   _l_x   an array of text (interop_texts)
    _n_x   a number of elements                           _o_x   the Python value that comes back
    _m_x   a custom marshaller's value (interop_marshalled)
    _h_x   the handle that is used                        _c_x   whether C took it over
    _k_x   a record read from a copy, or its parts        _f_x   a bound callable (interop_bound)
    _p_x   inside a callback, the Python argument         _g_x   a copy that becomes C's own
    _v_x   the marshaller's value that a callback gives   _e_x   how many elements C had passed to it

and ``_self``, ``_args``, ``_nargs``, ``_kwnames`` (what Python passed), ``_in`` (the arguments in order, sorted into
``_sorted`` where some were named), ``_sized`` (the caller chose the room), ``_returned``, and what is named below;
where the caller chooses further arguments also ``_further``, ``_count`` (what Python passed) and ``_rest`` (what C
gets); in a checked build ``_watch`` (the call), ``_fences`` (the guarded memory of its parameters) and ``_broken`` (C
broke its contract).
"""

from __future__ import annotations

from interop.plan.items import Item

RESULT = "_result"
"""The C result inside a stub, ``result`` in expressions."""
VALUE = "_value"
"""The Python value of the C result."""
MARSHALLED = "_marshalled"
"""The C result's custom marshaller."""
ELEMENTS = "_elements"
"""How many elements the C result hands over."""
ERRNO = "_errno"
"""The errno saved right after the call, ``errno`` in expressions."""
CALLEE = "_callee"
"""The address that a call with further arguments goes through."""


def stub(function: str) -> str:
    return f"interop_f_{function}"


def bare(function: str) -> str:
    """A stub that takes an object and nothing else."""
    return f"interop_fo_{function}"


def signature(function: str) -> str:
    return f"interop_s_{function}"


def rest(function: str) -> str:
    return f"interop_v_{function}"


def results(function: str) -> str:
    return f"interop_r_{function}"


def record(suffix: str) -> str:
    return f"interop_record_{suffix}"


def address(function: str) -> str:
    return f"interop_p_{function}"


def enumeration(enum: str) -> str:
    return f"interop_e_{enum}"


def handles(item: Item) -> str:
    """What the handles of one class have in common."""
    return f"interop_hk_{item.suffix}"


def exception(name: str) -> str:
    return f"interop_x_{name}"


def marshaller(number: int) -> str:
    return f"interop_m_{number}"


def callback(item: Item) -> str:
    """What the callbacks of one type have in common."""
    return f"interop_cb_{item.suffix}"


def body(item: Item) -> str:
    """What all trampolines of a callback call."""
    return f"interop_ci_{item.suffix}"


def trampoline(item: Item) -> str:
    return f"interop_ct_{item.suffix}"


def pool(item: Item) -> str:
    return f"interop_cp_{item.suffix}"


def bound(item: Item) -> str:
    """What a callback's body calls of a library that is opened late, made ready."""
    return f"interop_cr_{item.suffix}"


def grown(item: Item) -> str:
    return f"interop_cg_{item.suffix}"


def inward(item: Item) -> str:
    """What stands in the place of a function's Python name in the names of a callback's stub."""
    return f"0{item.suffix}"


def answers(item: Item) -> str:
    """The same for what messages of a callback's body name."""
    return f"1{item.suffix}"


def slot(name: str) -> str:
    return f"interop_slot_{name}"


def twin(number: int) -> str:
    return f"interop_twin_{number}"


def own_tag(tag: str) -> str:
    return f"interop_h_{tag}"


def bits(number: str) -> str:
    return f"interop_bits_{number}"


def extension(module: str) -> str:
    """The shared object's module name, and cffi's half of it."""
    return f"_{module}"
