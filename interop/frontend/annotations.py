"""The table of attributes: spelling, arguments, places, what each sets. The reference is printed from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Place(Enum):
    """What a bracket can stand in front of. A function's bracket is two places: the function and its result."""

    MODULE = "module"
    FUNCTION = "function"
    RESULT = "result"
    PARAMETER = "parameter"
    ELEMENT = "element"
    FIELD = "field"
    TYPEDEF = "typedef"
    ENUM = "enum"
    ENUMERATOR = "enumerator"
    RECORD = "struct or union"
    CONSTANT = "constant"
    GLOBAL = "global variable"
    INTERFACE = "interface"


class Shape(Enum):
    """How the arguments of an attribute are written."""

    NOTHING = "nothing"
    WORDS = "names"
    STRINGS = "strings"
    EXPRESSIONS = "C expressions"
    LEVELS = "C expressions, one per pointer level; one may be left empty, and '*' alone means any size"
    ATTRIBUTES = "attributes"
    PARAMETERS = "parameters"
    ANYTHING = "anything"


_MANY = 1000


@dataclass(frozen=True, slots=True)
class Annotation:
    """One attribute. ``usage`` is its spelling with the arguments' names, ``sets`` the part of the model it decides."""

    name: str
    usage: str
    shape: Shape
    least: int
    most: int
    places: tuple[Place, ...]
    sets: str
    doc: str
    example: str
    planned: bool = False

    @property
    def is_list(self) -> bool:
        """Whether it takes as many arguments as there are."""
        return self.most == _MANY

    def __str__(self) -> str:
        return self.name


_MODULE = (Place.MODULE,)
_FUNCTION = (Place.FUNCTION,)
_FAILURE = (Place.FUNCTION, Place.TYPEDEF)
"""What says how a call fails: a function's, or a completion's."""
_PARAMETER = (Place.PARAMETER,)
_VALUE = (Place.PARAMETER, Place.RESULT, Place.FIELD)
_INNER = (Place.PARAMETER, Place.RESULT, Place.FIELD, Place.ELEMENT)


def _entry(
    usage: str,
    shape: Shape,
    count: tuple[int, int],
    places: tuple[Place, ...],
    sets: str,
    doc: str,
    example: str,
    planned: bool = False,
) -> Annotation:
    return Annotation(usage.partition("(")[0], usage, shape, *count, places, sets, doc, example, planned)


def _flag(name: str, places: tuple[Place, ...], sets: str, doc: str, example: str, planned: bool = False) -> Annotation:
    return _entry(name, Shape.NOTHING, (0, 0), places, sets, doc, example, planned)


_TABLE = (
    # Modules
    _entry(
        'library("name", ...)',
        Shape.STRINGS,
        (1, _MANY),
        _MODULE,
        "Binding.libraries",
        "Names of the shared library, tried in order. Without a header, source or pkg_config the library is "
        "opened at the first call.",
        '[library("z", "libz.so.1")] module zlib { }',
    ),
    _entry(
        'header("name.h", ...)',
        Shape.STRINGS,
        (1, _MANY),
        _MODULE,
        "Binding.headers",
        "Headers the C compiler checks every declaration against; the symbols are then linked.",
        '[library("z"), header("zlib.h")] module zlib { }',
    ),
    _entry(
        'source("name.c", ...)',
        Shape.STRINGS,
        (1, _MANY),
        _MODULE,
        "Binding.sources",
        "C files compiled into the module, relative to the declaration file.",
        '[source("fast.c"), header("fast.h")] module fast { }',
    ),
    _entry(
        'include("name.h", ...)',
        Shape.STRINGS,
        (1, _MANY),
        _MODULE,
        "Binding.includes",
        "Headers that expressions and types may use; how symbols are bound does not change.",
        '[library("m"), include("math.h")] module m { }',
    ),
    _entry(
        'pkg_config("name", ...)',
        Shape.STRINGS,
        (1, _MANY),
        _MODULE,
        "Binding.pkg_config",
        "Packages whose compiler and linker flags are taken from pkg-config.",
        '[pkg_config("zlib"), header("zlib.h")] module zlib { }',
    ),
    _entry(
        'prefix("Z_", ...)',
        Shape.STRINGS,
        (1, _MANY),
        _MODULE,
        "Library.prefixes",
        "Dropped from the Python names of functions, constants, enums and types.",
        '[library("z"), prefix("Z_")] module zlib { }',
    ),
    _entry(
        'arrays("array" or "numpy")',
        Shape.STRINGS,
        (1, 1),
        _MODULE,
        "Library.arrays",
        "What new number arrays come back as: array.array, or numpy.ndarray.",
        '[library("m"), arrays("numpy")] module m { }',
    ),
    # Functions
    _entry(
        'entry("symbol")',
        Shape.STRINGS,
        (1, 1),
        _FUNCTION,
        "Function.symbol",
        "The symbol that is called; the declared name stays Python's and that of expressions.",
        '[entry("open64")] int open_large([in, string] const char *path, int flags);',
    ),
    _entry(
        "name(py_name)",
        Shape.WORDS,
        (1, 1),
        (
            *(Place.FUNCTION, Place.PARAMETER, Place.FIELD),
            *(Place.ENUM, Place.ENUMERATOR, Place.RECORD, Place.CONSTANT, Place.TYPEDEF),
        ),
        "py_name",
        "The Python name.",
        "int set_level([name(level)] int lvl);",
    ),
    _entry(
        "success(condition)",
        Shape.EXPRESSIONS,
        (1, 1),
        (*_FAILURE, Place.PARAMETER, Place.FIELD),
        "ErrorPolicy.success",
        "The call failed unless this C expression over result, errno and the parameters holds. Of a callback, in front "
        "of its typedef or where it is written in place: what C began has failed, which is what code that awaits it "
        "gets; or, where it returns something, C does not take over the handles that it gives, nor Python those that "
        "it consumes.",
        "[success(result == 0)] int flush(void);",
    ),
    _flag(
        "errno",
        _FAILURE,
        "ErrorPolicy.errno",
        "A failed call raises the OSError of the errno saved right after the call.",
        "[success(result == 0), errno] int chdir([in, string] const char *path);",
    ),
    _flag(
        "save_errno",
        _FUNCTION,
        "ErrorPolicy.save_errno",
        "Saves errno after the call, for interop.last_errno(), without raising.",
        "[save_errno] long counter(void);",
    ),
    _entry(
        "raises(Class, ...)",
        Shape.EXPRESSIONS,
        (1, _MANY),
        (*_FAILURE, Place.ENUM, Place.ENUMERATOR),
        "ErrorPolicy.raises",
        "The exception class a failed call raises; the generated module defines it. In front of an enum: its "
        "enumerators are the statuses of that class. In front of an enumerator: the class of that status, which "
        "derives from the enum's, and from the classes of Python's own that are named behind it. A function, or the "
        "enum for all of them, may say after the class which number picks among them, where that is not the result.",
        "[raises(DbError)] enum { DB_OK, [raises(BusyError)] DB_BUSY, [raises(NotFound, LookupError)] DB_MISSING };\n"
        "[success(result == 0), raises(DbError)] int flush(void);\n"
        "[success(result == 0), raises(DbError, result & 0xff)] int fetch(void);",
    ),
    _entry(
        "message(expression)",
        Shape.EXPRESSIONS,
        (1, 1),
        _FAILURE,
        "ErrorPolicy.message",
        "A C expression giving the text of that exception.",
        "const char *zError(int code);\n[success(result == 0), message(zError(result))] int flush(void);",
    ),
    _flag(
        "preserve_sig",
        (Place.FUNCTION, Place.TYPEDEF),
        "ErrorPolicy.success",
        "An HRESULT is handed out instead of checked; a callback returns it itself.",
        "[preserve_sig] HRESULT probe(void);",
    ),
    _entry(
        "requires(condition)",
        Shape.EXPRESSIONS,
        (1, 1),
        _FUNCTION,
        "ErrorPolicy.requires",
        "Checked before the call; a ValueError unless it holds.",
        "[requires(divisor != 0)] int divide(int dividend, int divisor);",
    ),
    _flag(
        "hold_gil",
        _FUNCTION,
        "Function.hold_gil",
        "Keeps the GIL during the call, and has no `aio`; right for functions that take well under a microsecond.",
        "[hold_gil] int add(int a, int b);",
    ),
    _entry(
        "callconv(convention)",
        Shape.WORDS,
        (1, 1),
        (Place.FUNCTION, Place.TYPEDEF),
        "Function.callconv",
        "The calling convention: cdecl, stdcall, ms_abi or sysv_abi.",
        "[callconv(ms_abi)] int win_add(int a, int b);",
    ),
    _entry(
        'deprecated("reason")',
        Shape.STRINGS,
        (0, 1),
        _FUNCTION,
        "Function.deprecated",
        "Calls warn with DeprecationWarning; the reason is part of the text.",
        '[deprecated("use flush2")] int flush(void);',
    ),
    _flag(
        "private",
        (Place.FUNCTION, Place.ENUM, Place.RECORD, Place.CONSTANT),
        "private",
        "Hides a declaration that only expressions use.",
        "[private] int buffer_size(void);",
    ),
    _entry(
        'helpstring("text")',
        Shape.STRINGS,
        (1, 1),
        (Place.MODULE, Place.FUNCTION, Place.ENUM, Place.RECORD, Place.TYPEDEF),
        "helpstring",
        "The first words of the docstring.",
        '[helpstring("add two numbers")] int add(int a, int b);',
    ),
    # Direction
    _flag(
        "in",
        (Place.PARAMETER, Place.RESULT),
        "Contract.direction",
        "Python's value reaches C. C's changes to it are never seen.",
        "int sum([in, size_is(n)] const int *values, int n);",
    ),
    _flag(
        "out",
        (Place.PARAMETER, Place.RESULT),
        "Contract.direction",
        "C writes the value, Python gets it as a result. With in: both ways.",
        "void divide(int a, int b, [out] int *quotient, [out] int *remainder);",
    ),
    _flag(
        "retval",
        (Place.PARAMETER, Place.RESULT),
        "Contract.retval",
        "This out parameter is the Python result; in front of a function: its status is a result too.",
        "int measure([out, retval] double *value, [out] int *unit);",
    ),
    # Extents
    _entry(
        "size_is(elements, ...)",
        Shape.LEVELS,
        (1, 8),
        _VALUE,
        "Contract.size",
        "How many elements there is room for, before the call. One expression per pointer level, outermost first;"
        " * means that only C knows.",
        "int sum([in, size_is(n)] const int *values, int n);",
    ),
    _entry(
        "length_is(elements, ...)",
        Shape.LEVELS,
        (1, 8),
        _VALUE,
        "Contract.length",
        "How many elements are valid after the call.",
        "int fill([out, size_is(room), length_is(result)] int *values, int room);",
    ),
    _entry(
        "byte_size_is(bytes, ...)",
        Shape.LEVELS,
        (1, 8),
        _VALUE,
        "Contract.size",
        "As size_is, in bytes; the only way to give a size to void * and to records without a body, which are memory.",
        "int put([in, byte_size_is(n)] const void *data, int n);",
    ),
    _entry(
        "byte_length_is(bytes, ...)",
        Shape.LEVELS,
        (1, 8),
        _VALUE,
        "Contract.length",
        "As length_is, in bytes.",
        "int get([out, byte_size_is(n), byte_length_is(result)] void *data, int n);",
    ),
    _flag(
        "null_terminated",
        _VALUE,
        "Contract.null_terminated",
        "An array ended by a zero element.",
        "int run([in, null_terminated, element(string)] char **argv);",
    ),
    # Text
    _flag(
        "string",
        _INNER,
        "Contract.string",
        "NUL-terminated text of char, wchar_t, char16_t or char32_t.",
        "int open_log([in, string] const char *path);",
    ),
    _entry(
        'encoding("codec", "errors")',
        Shape.STRINGS,
        (1, 2),
        (Place.MODULE, *_INNER),
        "Contract.encoding",
        "The codec of char text and its error handler; on a module, the default (UTF-8, strict).",
        'int open_log([in, string, encoding("latin-1")] const char *path);',
    ),
    # NULL and defaults
    _flag(
        "unique",
        _INNER,
        "Contract.nullable",
        "May be NULL, which is None in Python.",
        "int set_name([in, string, unique] const char *name);",
    ),
    _flag(
        "ref",
        _INNER,
        "Contract.nullable",
        "Never NULL; None is refused. This is the default.",
        "int set_name([in, string, ref] const char *name);",
    ),
    _entry(
        "defaultvalue(expression)",
        Shape.EXPRESSIONS,
        (1, 1),
        _PARAMETER,
        "Contract.default",
        "A C expression evaluated in the stub when the argument is left out.",
        "int compress([defaultvalue(-1)] int level);",
    ),
    _flag(
        "optional",
        _PARAMETER,
        "Contract.optional",
        "May be left out: NULL or zero is passed then.",
        "int set_name([in, string, optional] const char *name);",
    ),
    _entry(
        "fixed(expression)",
        Shape.EXPRESSIONS,
        (1, 1),
        _PARAMETER,
        "Contract.fixed",
        "A value that is always passed and is no argument in Python.",
        "int init(int level, [fixed(1)] int version);",
    ),
    # Ownership
    _entry(
        "owned(free_fn, alloc_fn, deep)",
        Shape.WORDS,
        (1, 3),
        _INNER,
        "Contract.owned",
        "C allocated it: it is read, then freed with free_fn. alloc_fn is needed where the stub allocates what C "
        "frees; free implies malloc. deep: free_fn frees everything inside too. On a parameter that is only in, C "
        "takes the text or the array over: it gets a copy from alloc_fn, which is its own from the call on.",
        "[owned(free), string] char *make_name(void);",
    ),
    _entry(
        "grow(condition, limit)",
        Shape.EXPRESSIONS,
        (1, 2),
        _PARAMETER,
        "Contract.grow",
        "Calls again with twice the room while the condition holds, up to limit elements.",
        "[success(result != 0), errno]\n"
        "char *getcwd([out, string, size_is(size), grow(result == 0 && errno == ERANGE)] char *buffer,\n"
        "             [defaultvalue(256)] size_t size);",
    ),
    _entry(
        "query(needed)",
        Shape.EXPRESSIONS,
        (0, 1),
        _PARAMETER,
        "Contract.query",
        "Calls first with NULL and size 0 to learn the room that is needed: the expression, evaluated after that call; "
        "without one, the length, or what C stores in the size parameter.",
        "int describe([out, string, size_is(size), query(result + 1)] char *buffer, int size);",
    ),
    # Strategy
    _flag(
        "pin",
        _PARAMETER,
        "Contract.force",
        "Passes the caller's own memory or fails.",
        "int sum([in, size_is(n), pin] const int *values, int n);",
    ),
    _flag(
        "copy",
        _PARAMETER,
        "Contract.force",
        "Always passes a copy.",
        "int scale([in, out, size_is(n), copy] int *values, int n);",
    ),
    _flag(
        "always",
        _PARAMETER,
        "Contract.always",
        "Writes back even if the call failed.",
        "[success(result == 0)] int parse([in, string] const char *text, [out, always] int *position);",
    ),
    _flag(
        "raw",
        (Place.PARAMETER, Place.RESULT, Place.FIELD),
        "Contract.raw",
        "Says that a raw pointer is meant: cdata, an address or None.",
        "void set_user([raw] void *pointer);",
    ),
    _entry(
        "element(attributes)",
        Shape.ATTRIBUTES,
        (1, _MANY),
        _VALUE,
        "Contract.element",
        "Attributes of the elements of an array of pointers.",
        "int list([out, size_is(n), element(string, owned(free))] char **names, int n);",
    ),
    # Variable arguments
    _entry(
        "varargs(parameters)",
        Shape.PARAMETERS,
        (0, _MANY),
        _FUNCTION,
        "Function.variable",
        "What is passed through '...': the given parameters, as if they stood there. Without parentheses the caller "
        "chooses, call by call.",
        '[entry("open"), varargs(unsigned mode)] int create([in, string] const char *path, int flags, ...);',
    ),
    _entry(
        "format(printf)",
        Shape.WORDS,
        (1, 1),
        _PARAMETER,
        "Contract.format",
        "This text says, as printf's does, what is read from '...': in every call both are checked to agree.",
        "[varargs] int log_line([in, string, format(printf)] const char *text, ...);",
    ),
    # Enums and typedefs
    _flag(
        "flags",
        (Place.ENUM,),
        "Enum.flags",
        "The enum becomes an IntFlag.",
        "[flags] enum mode { READ = 1, WRITE = 2 };",
    ),
    _flag(
        "boolean",
        (Place.TYPEDEF,),
        "Typedef.boolean",
        "An integer type whose values are truth values; any non-zero value reads as True.",
        "[boolean] typedef int BOOL;",
    ),
    # Records
    _entry(
        "pack(bytes)",
        Shape.EXPRESSIONS,
        (1, 1),
        (Place.RECORD,),
        "Record.pack",
        "The greatest alignment of the fields of a record, and of those of the untagged records inside of it.",
        "[pack(1)] struct header { char tag; int size; };",
    ),
    _entry(
        "switch_is(tag)",
        Shape.EXPRESSIONS,
        (1, 1),
        (Place.FIELD,),
        "Field.switch",
        "Which member of this union is live: a C expression over the other fields. Each member says its case.",
        "struct value { int tag; [switch_is(tag)] union { [case(1)] int i; [case(2, 3)] double d; } as; };",
    ),
    _entry(
        "case(value, ...)",
        Shape.EXPRESSIONS,
        (1, _MANY),
        (Place.FIELD,),
        "Field.cases",
        "The values of switch_is for which this member of the union is live.",
        "struct value { int tag; [switch_is(tag)] union { [case(1)] int i; [default] double d; }; };",
    ),
    _flag(
        "default",
        (Place.FIELD,),
        "Field.is_default",
        "The member of the union that is live for every other value of switch_is.",
        "struct value { int tag; [switch_is(tag)] union { [case(1)] int i; [default] double d; }; };",
    ),
    _entry(
        "variant(none)",
        Shape.EXPRESSIONS,
        (0, 1),
        (Place.RECORD,),
        "Record.variant",
        "A value of one of several types: Python gets and gives what the live member of its union holds, instead of a "
        "record. With an argument, None is the record whose tag has that value.",
        "[variant(0)] struct value { int tag; [switch_is(tag)] union { [case(1)] int i; [case(2)] double d; }; };",
    ),
    _entry(
        'marshal_with("module:Class")',
        Shape.STRINGS,
        (1, 1),
        (*_INNER, Place.TYPEDEF),
        "Contract.marshaller",
        "The value, or each element of an array, is converted by a class written in Python.",
        'void at([in, marshal_with("when:Date")] double date);',
    ),
    # Handles
    _flag(
        "handle",
        (Place.TYPEDEF,),
        "Handle",
        "A resource of C's with a class of its own in Python: a pointer to an opaque struct, or a number.",
        "[handle, close(db_close)] typedef struct db db;\nvoid db_close(db *d);",
    ),
    _entry(
        "close(function)",
        Shape.WORDS,
        (1, 1),
        (Place.TYPEDEF,),
        "Handle.close",
        "The function that closes a handle: called once, by close(), at the end of a with block, or when the object "
        "goes.",
        "[handle, close(db_close)] typedef struct db db;\nvoid db_close(db *d);",
    ),
    _entry(
        "invalid(value, ...)",
        Shape.EXPRESSIONS,
        (1, _MANY),
        (Place.TYPEDEF,),
        "Handle.invalid",
        "The values that are no handle. For pointers NULL is one without being told.",
        "[handle, close(shut), invalid(-1)] typedef int descriptor;\nint shut(descriptor d);",
    ),
    _flag(
        "exclusive",
        (Place.TYPEDEF,),
        "Handle.exclusive",
        "One call at a time may use a handle: another one, on another thread or from a callback, is refused.",
        "[handle, exclusive] typedef struct db db;\nint db_step(db *d);",
    ),
    _entry(
        'methods("prefix")',
        Shape.STRINGS,
        (1, 1),
        (Place.TYPEDEF,),
        "Handle.methods",
        "Every function of the module with this prefix whose first parameter is the handle is a method of its class.",
        '[handle, methods("db_")] typedef struct db db;\nint db_step(db *d);',
    ),
    _flag(
        "consumes",
        _PARAMETER,
        "Contract.consumes",
        "C takes over the handle that is passed, if the call succeeds.",
        "[handle] typedef struct db db;\nvoid adopt([consumes] db *d);",
    ),
    _entry(
        "retained(handle, place)",
        Shape.WORDS,
        (1, 2),
        (Place.PARAMETER, Place.RESULT),
        "Contract.retained",
        "C keeps the pointer as long as the handle lives, or may call the callback; with an integer parameter that "
        "says at which place, until another is put there. On a handle that comes back: it depends on that one, which "
        "stays open until it is closed.",
        "[handle] typedef struct db db;\n[handle] typedef struct row row;\n[retained(d)] row *first_row(db *d);",
    ),
    _entry(
        "owned_by(handle)",
        Shape.WORDS,
        (1, 1),
        (Place.PARAMETER, Place.RESULT),
        "Contract.owned_by",
        "What comes back belongs to that handle: it is not closed or freed, and gone when the handle is closed.",
        "[handle] typedef struct db db;\n[handle] typedef struct row row;\n[owned_by(r)] db *db_of(row *r);",
    ),
    _flag(
        "borrowed",
        (Place.PARAMETER, Place.RESULT),
        "Contract.borrowed",
        "The handle that comes back stays whose it was: no object closes it. In a callback, C does not take over the "
        "handle that Python gives, which stays open until the call out has ended.",
        "[handle] typedef struct db db;\n[borrowed] db *default_db(void);",
    ),
    _entry(
        "index_of(array)",
        Shape.WORDS,
        (1, 1),
        (Place.RESULT,),
        "Contract.index_of",
        "What comes back points into that array: Python gets the index, and with unique None for NULL.",
        '[entry("bsearch"), index_of(base), unique]\nint *find([in] const int *key, '
        "[in, size_is(n)] const int *base, size_t n,\n          [fixed(sizeof(int))] size_t width, "
        "int (*compare)(const int *a, const int *b));",
    ),
    _entry(
        "method(name)",
        Shape.WORDS,
        (0, 1),
        _FUNCTION,
        "Function.member",
        "The function becomes a method of its first parameter's class. Without a name, what is left of its own without "
        "the class's.",
        "[handle] typedef struct db db;\n[method] int db_step(db *d);",
    ),
    _entry(
        "property(name)",
        Shape.WORDS,
        (0, 1),
        _FUNCTION,
        "Function.member",
        "The function reads a property of its first parameter's class or, with a second parameter, sets it.",
        "[handle] typedef struct db db;\n[property(count)] int db_count(db *d);",
    ),
    _entry(
        "iterator(done)",
        Shape.EXPRESSIONS,
        (1, 1),
        _FUNCTION,
        "Function.member",
        "The function gives the next item of its first parameter's class, until the condition holds after a call.",
        "[handle] typedef struct db db;\n[iterator(result < 0)] int db_next(db *d);",
    ),
    _entry(
        "static_method(Class, name)",
        Shape.WORDS,
        (1, 2),
        _FUNCTION,
        "Function.member",
        "The function is called on the class: a factory.",
        "[handle] typedef struct db db;\n[static_method(db)] db *db_memory(void);",
    ),
    _entry(
        "constructor(Class)",
        Shape.WORDS,
        (0, 1),
        _FUNCTION,
        "Function.member",
        "Calling the class calls the function, which gives the handle that the new object holds.",
        "[handle] typedef struct db db;\n[constructor] db *db_open(void);",
    ),
    # Callbacks
    _entry(
        "scope(call or async or forever or slot(name))",
        Shape.EXPRESSIONS,
        (1, 1),
        (Place.PARAMETER, Place.FIELD),
        "Contract.scope",
        "How long C may call a callback: during this call, once, until it is destroyed, or until another one takes "
        "its slot. On a field forever: for the life of the process, also when the record is gone.",
        "void each([scope(call)] int (*visit)(int));",
    ),
    _entry(
        "closure(user_data)",
        Shape.WORDS,
        (0, 1),
        _PARAMETER,
        "Contract.closure",
        "On a callback, the parameter that carries its user data. Inside a callback, without a name: this is the user "
        "data. Python sees neither.",
        "typedef int visitor([closure] void *data, int x);\nvoid each([closure(data)] visitor *visit, void *data);",
    ),
    _entry(
        "destroy(parameter)",
        Shape.WORDS,
        (1, 1),
        _PARAMETER,
        "Contract.destroy",
        "The parameter through which C says that it has no more use for a callback's user data.",
        "typedef int visitor([closure] void *data);\n"
        "void keep([scope(forever), closure(data), destroy(done)] visitor *visit, void *data, void (*done)(void *));",
    ),
    _entry(
        "on_error(value)",
        Shape.EXPRESSIONS,
        (1, 1),
        (Place.TYPEDEF, Place.PARAMETER, Place.FIELD),
        "Contract.on_error",
        "What C gets when a callback raises; if nothing is said zero, or for a handle what is none. Where C gets "
        "nothing: what is done then, a call.",
        "[on_error(-1)] typedef int visitor(int);",
    ),
    # Planned
    _entry(
        "uuid(id)",
        Shape.ANYTHING,
        (1, _MANY),
        (Place.INTERFACE, Place.RECORD),
        "",
        "An interface's identifier.",
        "[object, uuid(00000000-0000-0000-C000-000000000046)] interface IUnknown { };",
        True,
    ),
    _flag(
        "object",
        (Place.INTERFACE,),
        "",
        "A COM interface.",
        "[object, uuid(00000000-0000-0000-C000-000000000046)] interface IUnknown { };",
        True,
    ),
)

ELSEWHERE = {
    "inout": "in, out",
    "in_out": "in, out",
    "nullable": "unique",
    "nonnull": "ref",
    "notnull": "ref",
    "ptr": "unique",
    "count": "size_is(...)",
    "size": "size_is(...)",
    "capacity": "size_is(...)",
    "max_is": "size_is(...)",
    "length": "length_is(...)",
    "len": "length_is(...)",
    "bytes": "byte_size_is(...)",
    "free": "owned(...)",
    "owner": "owned(...)",
    "default": "defaultvalue(...)",
    "value": "fixed(...)",
    "const": "fixed(...)",
    "utf8": 'encoding("utf-8")',
    "charset": "encoding(...)",
    "throws": "raises(...)",
    "error": "raises(...)",
    "check": "success(...)",
    "symbol": "entry(...)",
    "alias": "entry(...)",
    "rename": "name(...)",
    "hidden": "private",
    "zero_terminated": "null_terminated",
    "terminated": "null_terminated",
    "bool": "boolean",
    "doc": "helpstring(...)",
    "description": "helpstring(...)",
    "lib": "library(...)",
    "numpy": 'arrays("numpy")',
}
"""What other tools and languages call some of these, for the advice about unknown attributes."""

ANNOTATIONS: dict[str, Annotation] = {annotation.name: annotation for annotation in _TABLE}
"""Every attribute by its spelling."""
