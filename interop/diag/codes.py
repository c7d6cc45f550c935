"""The catalogue of diagnostic codes: what each one means, and a tiny declaration that triggers it.

The ranges: E01 text and syntax, E02 contracts, E03 names and types, E04 attributes, E05 planning, E06 what is not done
yet, E07 building; W01 unnecessary, W02 discouraged; N01 not annotated.
"""

from __future__ import annotations

from dataclasses import dataclass

from interop.diag.report import Diagnostic, Label, Severity
from interop.diag.span import Span


def severity(code: str) -> Severity:
    """The verdict that a code's letter and range stand for."""
    if code.startswith("E06"):
        return Severity.UNSUPPORTED
    if code.startswith("W01"):
        return Severity.UNNECESSARY
    if code.startswith("W"):
        return Severity.DISCOURAGED
    if code.startswith("N"):
        return Severity.UNANNOTATED
    return Severity.ERROR


def finding(
    code: str, message: str, at: Span, label: str = "", *, also: tuple[Label, ...] = (), notes: tuple[str, ...] = ()
) -> Diagnostic:
    """A diagnostic whose severity follows from its code."""
    return Diagnostic(code, severity(code), message, Label(at, label), also, notes)


@dataclass(frozen=True, slots=True)
class Entry:
    """One code. ``example`` is a whole file, saved as ``example.cdef``; empty where no text alone triggers the code."""

    code: str
    title: str
    explanation: str
    example: str = ""


def _in_module(*lines: str) -> str:
    return "\n".join(('[library("x")]', "module x {", *lines, "}", ""))


_TEXT = (
    Entry(
        "E0101",
        "a file cannot be read",
        "The file, or one that it imports, does not exist or may not be read. Imported files are searched for "
        "beside the file that imports them.",
        'import "no_such_file.cdef";\n[library("x")]\nmodule x { }\n',
    ),
    Entry(
        "E0102",
        "a file is not UTF-8",
        "Declaration files are UTF-8 text, with or without a byte order mark. The caret marks the first byte that"
        " is not.",
    ),
    Entry(
        "E0103",
        "a character has no meaning",
        "Outside of comments and strings, C is written with letters, digits and the usual punctuation. Names are "
        "ASCII. Typographic quotes, which word processors put in place of plain ones, are a common cause.",
        _in_module("int add(int a, int b) @;"),
    ),
    Entry(
        "E0104",
        "a comment is never closed",
        "A comment that '/*' begins ends with '*/'.",
        _in_module("/* the sum", "int f(void);"),
    ),
    Entry(
        "E0105",
        "a string is not closed on its line",
        "Strings and character constants end on the line on which they begin. Long text can be written as several"
        " strings one after the other, which C joins.",
        _in_module('#define GREETING "hello', "int f(void);"),
    ),
    Entry(
        "E0106",
        "a constant has no value in C",
        "Numbers, characters and strings follow C's rules: octal digits after a leading 0, the suffixes u, l and "
        "ll, the escapes of C, and nothing that exceeds 64 bits.",
        _in_module("#define LIMIT 0x"),
    ),
    Entry(
        "E0107",
        "something else was expected",
        "The text does not continue in a way that the grammar of declarations allows. What is expected is said; "
        "the rest of the declaration is skipped, and reading goes on behind it.",
        _in_module("int add(int a int b);"),
    ),
    Entry(
        "E0108",
        "brackets do not match",
        "A bracket, parenthesis or brace is not closed, or closes nothing. The caret marks the opening one; the "
        "fault is often a little further down.",
        '[library("x")]\nmodule x {\nint f(void);\n',
    ),
    Entry(
        "E0109",
        "something is nested too deeply",
        "Nesting of brackets, bodies, types, imports, and the number of operators in one expression are limited. "
        "No header written by people comes near the limits.",
        _in_module("int " + "*" * 40 + "f(void);"),
    ),
    Entry(
        "E0110",
        "attributes are written in another way",
        "Attributes stand in brackets in front of what they describe, before the type, with commas between them: "
        "'[in, out] int *x'.",
        _in_module("void swap([in out] int *x);"),
    ),
    Entry(
        "E0111",
        "conditional lines are not evaluated",
        "There is no preprocessor here: '#if', '#ifdef' and their like have nothing they could depend on. Keep "
        "the declarations that apply. '#pragma' and '#line' are skipped.",
        _in_module("#ifdef _WIN32", "int f(void);"),
    ),
    Entry(
        "E0112",
        "headers are not included",
        'What is to be bound is declared in the file itself. header("name.h") in the module\'s brackets lets the C'
        ' compiler check those declarations; include("name.h") makes types and functions known to expressions.',
        '#include <zlib.h>\n[library("z")]\nmodule z { }\n',
    ),
    Entry(
        "E0114",
        "a declaration has a body",
        "A declaration file says what exists elsewhere. C code goes into a file of its own, compiled in with "
        'source("name.c").',
        _in_module("int add(int a, int b) { return a + b; }"),
    ),
    Entry(
        "E0115",
        "a file describes no module",
        "A file without a module is a fragment: types and constants that other files import. It cannot be built "
        "on its own.",
        "typedef int number;\n",
    ),
    Entry(
        "E0116",
        "a file describes two modules",
        "One file makes one extension module. Types that several modules need go into a file that each of them "
        "imports.",
        '[library("a")]\nmodule a { }\n[library("b")]\nmodule b { }\n',
    ),
    Entry(
        "E0118",
        "a file imports itself",
        "Imports form a cycle, so none of the files can be read before the others.",
        'import "example.cdef";\n[library("x")]\nmodule x { }\n',
    ),
    Entry(
        "E0119",
        "a module's name cannot be imported",
        "The module's name is a package of Python: a name, and no keyword.",
        '[library("x")]\nmodule class { }\n',
    ),
    Entry(
        "E0120",
        "type words do not combine",
        "C combines its type words in few ways: 'unsigned long' is a type, 'unsigned double' is none.",
        _in_module("unsigned double f(void);"),
    ),
    Entry(
        "E0121",
        "a declaration declares nothing that could be bound",
        "Functions, types, constants with a value, and 'extern' variables can be declared. A variable without "
        "'extern' would be a definition; a constant needs its value.",
        _in_module("int counter;"),
    ),
    Entry(
        "E0122",
        "a declaration stands outside of the module",
        "Everything a module consists of stands between its braces; only imports may stand before it.",
        'int f(void);\n[library("x")]\nmodule x { }\n',
    ),
    Entry(
        "E0123",
        "an expression would change something",
        "Expressions in attributes and constants compute a value. They have no assignment, no comma operator, no "
        "'++' behind a name, and call functions by name only.",
        _in_module("[success(result = 0)] int f(void);"),
    ),
)

_CONTRACTS = (
    Entry(
        "E0201",
        "out on a value",
        "C receives a copy of a value, so nothing that it does to the copy can come back. What C writes is "
        "reached by a pointer.",
        _in_module("void f([out] int x);"),
    ),
    Entry(
        "E0202",
        "a direction on a result",
        "A result only comes out. Attributes in front of a function speak of its result where they say something "
        "about a value; those of a parameter stand inside the parentheses.",
        _in_module("[in] char *f(void);"),
    ),
    Entry(
        "E0203",
        "out on a pointer to const",
        "[out] says that C writes through the pointer, const says that it does not. One of the two is wrong.",
        _in_module("void fill([out, size_is(n)] const int *dst, int n);"),
    ),
    Entry(
        "E0204",
        "string on something that is not text",
        "Text is reached by a pointer to char, wchar_t, char16_t or char32_t. On a pointer to a pointer, string "
        "speaks of the innermost one. Memory without a type has a size in bytes; an array of numbers ended by "
        "zero is null_terminated.",
        _in_module("void f([in, string] const int *text);"),
    ),
    Entry(
        "E0205",
        "an encoding without text",
        "encoding(...) says how characters become bytes, so it needs text: string, or const char *, which is text"
        " without being told.",
        _in_module('void f([in, size_is(n), encoding("latin-1")] const int *x, int n);'),
    ),
    Entry(
        "E0206",
        "an encoding for wide characters",
        "wchar_t, char16_t and char32_t have one encoding each. Only char has a choice.",
        _in_module('void f([in, string, encoding("latin-1")] const wchar_t *text);'),
    ),
    Entry(
        "E0207",
        "an unusable encoding",
        "The name is one of Python's codecs for text, the second argument one of its error handlers. Encodings "
        "that put zero bytes into text, such as UTF-16, cannot be used for char, where a zero byte is the end.",
        _in_module('void f([in, string, encoding("utf-9")] const char *text);'),
    ),
    Entry(
        "E0208",
        "a pointer's attribute on a value",
        "Sizes, NULL, ownership and strategies speak of what a pointer points at.",
        _in_module("void f([size_is(3)] int x);"),
    ),
    Entry(
        "E0209",
        "a size that is no number",
        "size_is(n) needs an integer n, size_is(*n) a pointer to one.",
        _in_module("void f([in, size_is(n)] const int *x, double n);"),
    ),
    Entry(
        "E0210",
        "a value that does not exist yet",
        "size_is, defaultvalue, fixed and requires are evaluated before the call, when there is no result, no "
        "errno, and nothing in parameters that are only [out]. length_is, success, message and grow are evaluated"
        " after it.",
        _in_module("int f([out, size_is(result)] int *x);"),
    ),
    Entry(
        "E0211",
        "an expression reads through a raw pointer",
        "A pointer that nobody described is passed as Python gives it: it may be NULL, or point anywhere. An "
        "expression that read through it could crash. With in, out, or both, the stub provides the memory.",
        _in_module("int f([out, size_is(8), length_is(*n)] int *x, int *n);"),
    ),
    Entry(
        "E0212",
        "a length without a size",
        "An [out] array is made before the call, so its size must be said. length_is only says which part of it "
        "is valid afterwards.",
        _in_module("int f([out, length_is(result)] int *x);"),
    ),
    Entry(
        "E0213",
        "more levels than the pointer has",
        "size_is and its relatives take one expression per pointer, the outermost first: size_is(, n) is the "
        "address of an array of n.",
        _in_module("void f([in, size_is(2, 3)] const int *x);"),
    ),
    Entry(
        "E0214",
        "text that ends twice",
        "Text ends with a NUL character; null_terminated is for other arrays that a zero element ends. On a "
        "pointer to pointers both make sense: null_terminated speaks of the outer one, string of the inner.",
        _in_module("void f([in, string, null_terminated] const char *x);"),
    ),
    Entry(
        "E0215",
        "a function that cannot free",
        "owned(f) names a function that takes the pointer and nothing else. It is free, or declared in the "
        "module, or comes from a header.",
        _in_module("[string, owned(release)] char *f(void);"),
    ),
    Entry(
        "E0216",
        "nothing is allocated",
        "owned says that C allocated what is read. An [out] parameter of one pointer is memory that the caller "
        "provides; to hand out memory of its own, C stores a pointer through a pointer to a pointer.",
        _in_module("void f([out, owned(free)] int *x);"),
    ),
    Entry(
        "E0217",
        "an allocator is missing",
        "What C frees must come from the matching allocator. Where the stub allocates (in, and in-out), owned(f) "
        "names it too: owned(f, a). free implies malloc.",
        _in_module("void drop(char *p);", "void f([in, string, owned(drop)] char *text);"),
    ),
    Entry(
        "E0218",
        "grow or query without room that can change",
        "Both call C again with another capacity. That needs an [out] array or text whose size_is names a parameter.",
        _in_module("[success(result == 0)] int f([out, string, size_is(64), grow(result == 1)] char *text);"),
    ),
    Entry(
        "E0219",
        "nothing is written back",
        "retval and always speak of what C writes for Python to see, so the parameter must be [out].",
        _in_module("void f([in, retval] const int *x);"),
    ),
    Entry(
        "E0220",
        "two results are the result",
        "retval marks the one parameter that is what the function is called for. All [out] parameters come back "
        "without it.",
        _in_module("void f([out, retval] int *x, [out, retval] int *y);"),
    ),
    Entry(
        "E0221",
        "something that is never pinned",
        "Pinning passes the address of the caller's own memory. Only arrays of numbers have memory of the right "
        "form; text is encoded, single values and arrays of pointers are built for the call.",
        _in_module("void f([in, string, pin] const char *text);"),
    ),
    Entry(
        "E0222",
        "elements that are no pointers",
        "element(...) gives attributes to the pointers that an array consists of. What the array itself is, its "
        "own attributes say.",
        _in_module("void f([in, size_is(n), element(string)] const int *x, int n);"),
    ),
    Entry(
        "E0223",
        "a failure without a condition",
        "errno, raises and message say what happens when a call fails. success(...) says when it has.",
        _in_module("[errno] int f(void);"),
    ),
    Entry(
        "E0224",
        "a message that is no text",
        "message(...) is a C expression whose value is const char *, most often a call of the library's own "
        "function that describes an error.",
        _in_module("[success(result == 0), message(result)] int f(void);"),
    ),
    Entry(
        "E0225",
        "an index of no array",
        "index_of(array) stands on a result that points to an element of an array which the caller passes.",
        _in_module("[index_of(text)] const char *find([in, string] const char *text, int c);"),
    ),
    Entry(
        "E0226",
        "classes of statuses that do not go together",
        "In front of an enum, raises(Class) makes its enumerators the statuses of that class. In front of an "
        "enumerator it names the class of that status, which derives from the enum's. A status has one class.",
        _in_module("enum status { OK, [raises(BusyError)] BUSY };"),
    ),
    Entry(
        "E0227",
        "boolean on something else than an integer",
        "[boolean] makes an integer type's values True and False.",
        _in_module("[boolean] typedef double truth;"),
    ),
    Entry(
        "E0228",
        "preserve_sig on something else than an HRESULT",
        "An HRESULT is checked, and its failures raise. [preserve_sig] hands it out instead, so it is for no other "
        "result.",
        _in_module("[preserve_sig] int f(void);"),
    ),
    Entry(
        "E0229",
        "a default for a result",
        "A parameter that is only [out] is no argument in Python, so there is nothing that could be left out.",
        _in_module("void f([out, defaultvalue(1)] int *x);"),
    ),
    Entry(
        "E0230",
        "a value that depends on itself",
        "The expression of a default or a fixed value may use other parameters, not the one that it is for.",
        _in_module("void f([defaultvalue(n + 1)] int n);"),
    ),
    Entry(
        "E0231",
        "varargs without '...'",
        "varargs says what is passed through the '...' at the end of the parameter list, which is part of C's "
        "prototype and must stand there.",
        _in_module("[varargs(int mode)] int open(const char *path, int flags);"),
    ),
    Entry(
        "E0232",
        "a format that says nothing",
        "format(printf) stands on the one text that says what a function reads from '...': a 'const char *' that is "
        "text and never NULL.",
        _in_module("int print([in, string, format(printf)] const char *text);"),
    ),
    Entry(
        "E0240",
        "a BSTR with attributes that it has of its own",
        "A BSTR is UTF-16 with its length in front, made by SysAllocString and freed by SysFreeString. unique and ref "
        "may be said of one, and in, out, sizes and owned of what points at it.",
        _in_module("void f([out, owned(free)] BSTR *x);"),
    ),
    Entry(
        "E0251",
        "a switch that decides nothing",
        "switch_is(tag) stands in front of a union that is a field of a struct, and says which member is live by the "
        "fields beside it: integers and enums.",
        _in_module("struct s { int tag; [switch_is(tag)] int value; };"),
    ),
    Entry(
        "E0252",
        "cases that do not tell the members apart",
        "Each member of a union with switch_is has a case, or is the default, and no value stands for two of them.",
        _in_module("struct s { int t; [switch_is(t)] union { [case(1)] int i; [case(1)] float f; } u; };"),
    ),
    Entry(
        "E0253",
        "cases that nothing decides between",
        "case(value) says when a member of a union is live. The field that holds the union says what has that value: "
        "switch_is(tag).",
        _in_module("struct s { int t; union { [case(1)] int i; [case(2)] float f; } u; };"),
    ),
    Entry(
        "E0254",
        "further fields that nothing declares",
        "'...;' at the end of a body stands for fields that matter to C alone. Where they are only a header knows, "
        "so the module has to name one.",
        _in_module("struct s { int x; ...; };"),
    ),
    Entry(
        "E0255",
        "a variant of nothing",
        "[variant] makes Python see the live member of a union in place of the record, so there has to be one union "
        "with switch_is.",
        _in_module("[variant] struct s { int tag; int value; };"),
    ),
    Entry(
        "E0260",
        "something that cannot be a handle",
        "[handle] makes a class of a pointer to an opaque struct, of a pointer or of an integer. close, invalid and "
        "methods say more about one.",
        _in_module("[handle] typedef double angle;"),
    ),
    Entry(
        "E0261",
        "a member without a class",
        "A method or property belongs to the class of the function's first parameter, which must be a handle; a static "
        "method or constructor to the class that is named, or that the function gives.",
        _in_module("[method] int f(int x);"),
    ),
    Entry(
        "E0262",
        "a function that cannot close a handle",
        "close(function) names a function that takes one handle, and nothing else that has no value of its own.",
        _in_module("[handle, close(shut)] typedef struct door door;", "void shut(int number);"),
    ),
    Entry(
        "E0263",
        "a tie to no handle",
        "consumes stands on a handle that is passed, borrowed on one that comes back; retained and owned_by name a "
        "parameter that is one, retained also a callback that C calls after the call has ended.",
        _in_module("struct box;", "void take([consumes] struct box *b);"),
    ),
    Entry(
        "E0270",
        "an attribute of callbacks elsewhere",
        "scope, closure and destroy stand on a parameter that takes a callback. on_error and callconv stand in front "
        "of a function pointer's typedef, on_error and success also on a parameter or field whose function pointer is "
        "written in place. On a field scope(forever) says that C may call what it holds also when the record is gone.",
        _in_module("void each([scope(forever)] int *visit);"),
    ),
    Entry(
        "E0271",
        "user data that cannot carry a callback",
        "closure(data) names the 'void *' through which C hands a callback its user data; destroy(done) the function "
        "pointer through which C says that it has no more use for it.",
        _in_module(
            "typedef int visitor([closure] void *data, int x);", "void each([closure(n)] visitor *visit, int n);"
        ),
    ),
    Entry(
        "E0272",
        "an attribute that means nothing inside a callback",
        "Inside a callback C calls and Python answers: there is nothing to leave out, to grow or to pin. closure marks "
        "the one 'void *' that is the user data.",
        _in_module("typedef int visitor([in, string, optional] const char *name);"),
    ),
    Entry(
        "E0273",
        "a failure that nobody awaits",
        "success in front of a callback's typedef says when the operation that C completes by calling it has failed. "
        "Only what C just tells can be awaited: a callback that returns nothing, has neither [out] parameters nor "
        "handles but those it consumes, and is a parameter with scope(async). In front of one that returns something, "
        "and by which handles change hands, it says of the result whether they do.",
        _in_module("[success(status == 0)] typedef int done([closure] void *data, int status);"),
    ),
    Entry(
        "E0274",
        "a handle that two may close",
        "A callable takes over the handle of a parameter with consumes unless it fails, which C sees in what it "
        "returns: success(expression) in front of the typedef says how. A callback that returns nothing takes it over "
        "in any case, so that on_error must not use it.",
        _in_module(
            "[handle, close(box_close)] typedef struct box box;",
            "void box_close(box *b);",
            "typedef int taker([consumes] box *b);",
        ),
    ),
)

_NAMES = (
    Entry(
        "E0301",
        "an unknown type",
        "A type is declared before it is used, in the module or in a file that it imports. The types of "
        "<stdint.h> and <stddef.h>, FILE and va_list are known.",
        _in_module("sizet f(void);"),
    ),
    Entry(
        "E0302",
        "one name, two declarations",
        "The same declaration may stand twice, as it does in headers. Another one of the same name contradicts "
        'it. A symbol that needs several declarations gets several names, with entry("symbol").',
        _in_module("int f(void);", "long f(void);"),
    ),
    Entry(
        "E0303",
        "a known type, declared as another",
        "The fixed-width types and those of <stddef.h> may be declared again, as headers do, if the declaration "
        "agrees.",
        _in_module("typedef short int32_t;"),
    ),
    Entry(
        "E0304",
        "an unknown name in an expression",
        "Expressions use parameters, result, errno, the module's constants and functions, and C's own limits and "
        "errno names. With header, source or include, other names are left to the C compiler.",
        _in_module("[success(result == OK)] int f(void);"),
    ),
    Entry(
        "E0305",
        "not a constant",
        "Lengths of arrays, values of enumerators and of constants are computed when the file is read, from "
        "numbers and earlier constants. What only the C compiler knows, such as the size of a struct, cannot be used.",
        _in_module("int limit(void);", "#define LIMIT limit()"),
    ),
    Entry(
        "E0306",
        "one Python name for two things",
        "Python's names are C's without the prefix. Each may stand for one thing, and some belong to the module "
        "itself (ffi, lib). name(...) gives another.",
        '[library("x"), prefix("x_")]\nmodule x {\nint x_open(void);\nint open(void);\n}\n',
    ),
    Entry(
        "E0307",
        "a parameter called result or errno",
        "In expressions these names mean what the function returned, and the error number after the call.",
        _in_module("void f([out] int *result);"),
    ),
    Entry(
        "E0308",
        "two parameters or fields of one name",
        "The names of a function's parameters differ, and so do those of a record's fields.",
        _in_module("int add(int a, int a);"),
    ),
    Entry(
        "E0310",
        "not a name for Python",
        "name(x) and raises(X) take an ASCII name that is no Python keyword; raises(X) names a class that the "
        "module defines, so it cannot be one of Python's own.",
        _in_module("[name(class)] int f(void);"),
    ),
    Entry(
        "E0311",
        "a type that cannot be there",
        "C has no values of type void, no arrays of functions, no functions that return arrays or functions, and "
        "enums only of integers.",
        _in_module("int f(int a, void b);"),
    ),
    Entry(
        "E0312",
        "a type without a body",
        "A value of a struct or union needs its body, because its size must be known. Pointers do not.",
        _in_module("struct node;", "int f(struct node n);"),
    ),
    Entry(
        "E0313",
        "a value that does not fit",
        "The value of a constant or enumerator exceeds its type.",
        _in_module("const unsigned char LIMIT = 300;"),
    ),
    Entry(
        "E0314",
        "a call with the wrong number of arguments",
        "An expression calls a function of the module with as many arguments as it has parameters in C.",
        _in_module("const char *text_of(int code);", "[success(result == 0), message(text_of())] int f(void);"),
    ),
    Entry(
        "E0315",
        "nothing to bind to",
        "A module names at least one of library, header, source and pkg_config, or its functions come from nowhere.",
        "module x {\nint f(void);\n}\n",
    ),
    Entry(
        "E0317",
        "an impossible length",
        "The length of an array is an integer from 0 to 2147483647, the width of a bit-field one from 0 to that of its "
        "type, and [pack] is 1, 2, 4, 8 or 16.",
        _in_module("struct s { int x[-1]; };"),
    ),
)

_ATTRIBUTES = (
    Entry(
        "E0401",
        "an unknown attribute",
        "There is no attribute of that name. The reference in docs/attributes.md lists them all.",
        _in_module("void f([inn] int *x);"),
    ),
    Entry(
        "E0402",
        "an attribute in the wrong place",
        "Every attribute says something about certain things: modules, functions, parameters, fields, enums, "
        "typedefs. In front of a function, attributes that speak of values mean its result.",
        _in_module("void f([save_errno] int *x);"),
    ),
    Entry(
        "E0403",
        "wrong arguments of an attribute",
        "An attribute has a fixed number and kind of arguments: names, text in quotes, or C expressions.",
        _in_module("void f([in, size_is] const int *x);"),
    ),
    Entry(
        "E0404",
        "attributes that contradict each other",
        "Both cannot hold, so one of them is not meant.",
        _in_module("void f([in, unique, ref] const int *x);"),
    ),
    Entry(
        "E0405", "an attribute said twice", "Every attribute is said once.", _in_module("void f([out, out] int *x);")
    ),
    Entry(
        "E0406",
        "an unknown choice",
        'Some attributes take one of a few words: arrays("array" or "numpy"), callconv(cdecl, stdcall, ms_abi or '
        "sysv_abi).",
        _in_module("[callconv(fast)] int f(void);"),
    ),
)

_PLANNING = (
    Entry(
        "E0501",
        "attributes without a direction",
        "What is behind a pointer to something that is not const may be read by C, written, or both. Once a parameter "
        "is annotated at all, its brackets must say which: in, out, or in, out.",
        _in_module("void fill([size_is(n)] int *values, int n);"),
    ),
    Entry(
        "E0502",
        "a pointer to characters that may be several things",
        "A 'char *' that is not const can be text, some bytes or one character, and each is another type in Python.",
        _in_module("void put([out] char *data);"),
    ),
    Entry(
        "E0503",
        "out text without room",
        "The stub provides the memory that C writes text into. How much is said by size_is: a constant, or the "
        "parameter that tells C the capacity.",
        _in_module("void get_name([out, string] char *name);"),
    ),
    Entry(
        "E0504",
        "memory of unknown size",
        "'void' has no size, so a value behind 'void *' can neither be read nor be stored. With byte_size_is it is "
        "bytes; with [raw] Python passes the pointer itself.",
        _in_module("void get([out] void *data);"),
    ),
    Entry(
        "E0505",
        "sizes and defaults in a circle",
        "Arguments are converted one after the other, and an expression can use only what is known by then. Here each "
        "of several parameters waits for the other.",
        _in_module("int f([defaultvalue(b)] int a, [defaultvalue(a)] int b);"),
    ),
    Entry(
        "E0506",
        "a size that C tells too late",
        "An [in, out] array goes in, so its size must be known before the call, but an [out] parameter has no value "
        "until C has set it.",
        _in_module("void append([in, out, size_is(, *n), owned(free)] int **values, [out] int *n);"),
    ),
    Entry(
        "E0507",
        "a call that cannot be repeated",
        "With grow or query one call from Python may be several calls of C. What the first one consumes or overwrites, "
        "or hands out to be freed, does not survive that: in-out arrays, replaceable pointers, owned results.",
        _in_module(
            "int f([out, size_is(n), grow(result == 1)] int *values, int n,",
            "      [in, out, size_is(3)] int *counters);",
        ),
    ),
    Entry(
        "E0509",
        "marshalling that is not done yet",
        "The declaration is sound, but this version cannot pass such a value. Where it is a pointer, [raw] passes the "
        "pointer itself meanwhile.",
        _in_module("void fill([out, null_terminated] int *values);"),
    ),
    Entry(
        "E0510",
        "a size behind a pointer that may be NULL",
        "size_is(*n) needs the value of n for every call, but None would pass NULL for it.",
        _in_module("int sum([in, size_is(*n)] const int *values, [in, unique] const int *n);"),
    ),
    Entry(
        "E0511",
        "a result of unknown length",
        "To be read and then freed, an array that C returns needs a length: size_is or length_is with an expression, "
        "or null_terminated.",
        _in_module("[owned(free)] int *make(void);"),
    ),
    Entry(
        "E0512",
        "room that cannot grow",
        "grow and query call again with another size, so the size must be a parameter that is free to change: not "
        "fixed, and not also the number of elements of an array that goes in.",
        _in_module("int f([out, size_is(n), grow(result == 1)] int *values, [fixed(3)] int n);"),
    ),
    Entry(
        "E0513",
        "memory for C without an allocator",
        "C may free or replace what an [in, out] pointer points at, so the stub must take that memory from the "
        "allocator that C expects: owned(free_function, alloc_function).",
        _in_module("void replace([in, out, string] char **text);"),
    ),
    Entry(
        "E0514",
        "a query without an answer",
        "query calls first with NULL and size 0 to learn how much room is needed. The answer is the size itself if it "
        "is [in, out], the length_is, or the expression in query(...).",
        _in_module("int get_name([out, string, size_is(size), query] char *name, int size);"),
    ),
    Entry(
        "E0515",
        "a default that cannot be given",
        "A default is an expression of C. It is fit for values and for text that C only reads; memory that C writes, "
        "and arrays, whose length the expression does not tell, can only be left out as NULL.",
        _in_module('void upper([in, out, string, size_is(8), defaultvalue("abc")] char *text);'),
    ),
    Entry(
        "E0516",
        "the name of a result type is taken",
        "Several results come back as a named tuple, whose type is called after the function with '_result' behind it. "
        "Another declaration has that name in Python.",
        _in_module("int f([out] int *x);", "int f_result(void);"),
    ),
    Entry(
        "E0518",
        "a flexible array member where a size is needed",
        "The size of a struct that ends in a flexible array member is known only from the object. It is passed by "
        "address, [in] or [in, out]; C has no values, arrays or fields of it.",
        _in_module("struct bag { int n; [size_is(n)] int items[]; };", "void put(struct bag b);"),
    ),
    Entry(
        "E0519",
        "a pin that cannot be",
        "Only memory that Python and C see alike can be pinned. A record with text or arrays in memory of their own "
        "is copied field by field; explain names the field.",
        _in_module("struct person { const char *name; };", "void greet([in, pin] const struct person *p);"),
    ),
    Entry(
        "E0520",
        "a union member that owns memory",
        "A pointer in a union is one only while that member is the live one, so something must say which it is.",
        _in_module("union value { int number; [string] char *text; };"),
    ),
    Entry(
        "E0521",
        "a field of unknown length",
        "An array behind a pointer, or at the end of a struct, needs a length: size_is with a field that counts it, or "
        "null_terminated.",
        _in_module("struct bag { int n; [unique] int *items; };"),
    ),
    Entry(
        "E0522",
        "a count that is no integer field",
        "The array fills the field that size_is names, on the way in, so that must be an integer of the same record.",
        _in_module("enum kind { A };", "struct bag { enum kind n; [size_is(n)] int *items; };"),
    ),
    Entry(
        "E0523",
        "a pointer that cannot be kept",
        "With retained C keeps the pointer it gets. It must then be to memory of the caller's own, which the handle "
        "or the callback keeps alive; text that is encoded anew and lists are copied for the call.",
        _in_module(
            "[handle] typedef struct db db;",
            "void name_it(db *d, [in, string, retained(d)] const wchar_t *name);",
        ),
    ),
    Entry(
        "E0530",
        "a marshaller that cannot do what is asked",
        "A marshaller serves the directions that it has methods for: to_c for what goes to C, from_c for what comes "
        "back. Elements of arrays need one that is made once, not for each call. Found here only where the module of "
        "the marshaller can be imported; otherwise by importing the generated module.",
        _in_module('void f([out, size_is(16), marshal_with("uuid:UUID")] unsigned char *id);'),
    ),
    Entry(
        "E0531",
        "a marshaller where none can work",
        "What a marshaller gives stands between the caller's object and C. So it cannot convert elements without a "
        "type, memory that only the caller can provide, or what is written back even if the call failed, and an array "
        "that has one has no elements to convert.",
        _in_module('void f([out, size_is(*), marshal_with("some.module:Class")] unsigned char *id);'),
    ),
)

_UNSUPPORTED = (
    Entry(
        "E0601",
        "an attribute for later",
        "The attribute is part of the language, and this version does not act on it yet.",
        _in_module("[uuid(00000000-0000-0000-C000-000000000046)] struct unknown { int count; };"),
    ),
    Entry(
        "E0603",
        "function pointers in odd places",
        "The parameters of a function pointer are annotated in a typedef, or where it is the type of a parameter. "
        "Function pointers that C sets are reached through the address of one.",
        _in_module("void each(int (**table)([in, string] const char *name));"),
    ),
    Entry(
        "E0604",
        "argument lists",
        "A va_list cannot be made from Python. A function of your own with fixed parameters, compiled in with source, "
        "can call functions that take one.",
        _in_module("int f(va_list arguments);"),
    ),
    Entry(
        "E0605",
        "nothing but variable arguments",
        "C23 allows a parameter list of '...' alone. Older C does not, and neither does this version.",
        _in_module("int print(...);"),
    ),
    Entry(
        "E0606", "interfaces", "COM interfaces are not supported yet.", _in_module("interface IThing { int f(void); };")
    ),
    Entry(
        "E0607",
        "macros with parameters",
        "A macro has no types, so it is declared as a function; with a header, C calls the macro then.",
        _in_module("#define twice(x) ((x) + (x))"),
    ),
    Entry(
        "E0608",
        "attributes in C23's spelling",
        "[[interop::out]] is reserved for later; attributes are written in single brackets.",
        _in_module("void f([[interop::out]] int *x);"),
    ),
    Entry(
        "E0609",
        "types for later",
        "VARIANT and other types of COM, complex numbers and 128-bit integers are not supported.",
        _in_module("VARIANT f(void);"),
    ),
    Entry(
        "E0610",
        "types without a name",
        "A struct, union or enum without a tag can be named by a typedef, or by its place inside of another record. "
        "Elsewhere it needs a tag.",
        _in_module("typedef struct { int x; } *pointer;"),
    ),
)

_ADVICE = (
    Entry(
        "W0101",
        "a direction that holds anyway",
        "Values and pointers to const go in, results come out, without being told.",
        _in_module("int f([in] int x);"),
    ),
    Entry(
        "W0102",
        "an attribute without effect",
        "What the attribute asks for holds already.",
        _in_module("[success(result == 0), errno, save_errno] int f(void);"),
    ),
    Entry(
        "W0201",
        "text with the room of the argument",
        "C gets as much room as the text that is passed in takes. If C writes more, it overruns the room. "
        "size_is(n) says how much there is.",
        _in_module("void upper([in, out, string] char *text);"),
    ),
    Entry(
        "W0202",
        "a pointer that C may replace",
        "An [in] pointer to a pointer lets C store another pointer. Nothing of that comes back, and whoever "
        "allocated it keeps it.",
        _in_module("void f([in] int **values);"),
    ),
    Entry(
        "W0203",
        "variable arguments that nothing checks",
        "C takes each argument for what it expects there, so a wrong one is a crash. format(printf) in front of the "
        "format has every call checked; varargs(...) with types declares what follows, and entry(...) gives one "
        'function several such shapes, each with its own format: fixed("...").',
        _in_module("[varargs] int log_line(const char *text, ...);"),
    ),
    Entry(
        "N0101",
        "a pointer that nobody described",
        "Without attributes a pointer that is not const is passed raw: cdata, an address or None. That is safe to"
        " declare and unsafe to call. The help names the attributes that probably fit; [raw] says that a raw "
        "pointer is meant.",
        _in_module("void f(int *x);"),
    ),
    Entry(
        "N0102",
        "a returned pointer that nobody described",
        "Without attributes a returned pointer comes back as cdata, except const char *, which is text.",
        _in_module("char *f(void);"),
    ),
    Entry(
        "N0103",
        "variable arguments that nobody described",
        "Without attributes whatever Python passes behind the declared parameters goes through '...' as it is. That is "
        "safe to declare and unsafe to call. format(printf) or varargs(...) says what C expects.",
        _in_module("int log_line(const char *text, ...);"),
    ),
    Entry(
        "N0104",
        "a pointer in a record that nobody described",
        "Without attributes a pointer in a record is handed on raw, except const char *, which is text that somebody "
        "else keeps. The help names the attributes that probably fit; [raw] says that a raw pointer is meant.",
        _in_module("struct s { int n; double *values; };"),
    ),
)

_BUILDING = (
    Entry(
        "E0701",
        "a declaration that C contradicts",
        "With header(...) the C compiler checks every declaration against the header: the types of functions and "
        "variables, typedefs, the values of enumerators and constants. This one says something else than the header.",
        '[header("stdlib.h")]\nmodule x {\nlong abs(int n);\n}\n',
    ),
    Entry(
        "E0702",
        "a name that the headers do not declare",
        "The module's headers do not know this name, so C cannot call or check it. It may be misspelt, belong to "
        "another header, or to another version of the library.",
        '[header("stdlib.h")]\nmodule x {\nint absolute(int n);\n}\n',
    ),
    Entry(
        "E0703",
        "a header that is not found",
        "The C compiler looks for headers beside the .cdef file, in the folders that pkg_config(...) and CPPFLAGS "
        "name, and in the system's own. Most libraries have their headers in a development package.",
        '[header("no_such_header.h")]\nmodule x {\nint f(void);\n}\n',
    ),
    Entry(
        "E0704",
        "a library that is not found",
        "The linker looks for libraries beside the .cdef file, in the folders that pkg_config(...) and LDFLAGS name, "
        'and in the system\'s own. The name "foo" needs libfoo.so, which comes with the development package; every '
        'system with the library has the versioned file, which may be named as it is: "libfoo.so.1".',
        '[library("no_such_library"), header("stdlib.h")]\nmodule x {\nint abs(int n);\n}\n',
    ),
    Entry(
        "E0705",
        "a symbol that is in no library",
        "The function or variable is declared, but neither the library nor the module's sources define it. A library "
        "may have been built without it, or name(...) and entry(...) may have been mistaken for each other.",
    ),
    Entry(
        "E0706",
        "no C compiler",
        "Building needs a C compiler and Python's own header, Python.h. CC names the compiler; without it the one that "
        "Python was built with is taken, else cc, gcc or clang.",
    ),
    Entry(
        "E0707",
        "a package that pkg-config does not know",
        "pkg_config(...) names a package as 'pkg-config --list-all' lists it. Its .pc file comes with the library's "
        "development package; PKG_CONFIG_PATH names further folders with such files.",
        '[pkg_config("no_such_package")]\nmodule x {\nint f(void);\n}\n',
    ),
    Entry(
        "E0708",
        "a source that is missing or does not compile",
        "The files that source(...) names are compiled into the module. Their paths are relative to the .cdef file.",
        '[source("no_such_source.c")]\nmodule x {\nint f(void);\n}\n',
    ),
    Entry(
        "E0709",
        "generated code that the compiler refuses",
        "The C compiler or the linker found something wrong that has no place in the declarations. What it said is "
        "below the message; 'interop build --verbose' shows all of it. This may be a fault of interop.",
    ),
    Entry(
        "E0710",
        "a package that cannot be written",
        "The folder of --out, or a file in it, cannot be made or replaced.",
    ),
    Entry(
        "E0711",
        "a package that is not ours to replace",
        "Where the package should go there is Python code that was not generated. A build replaces only packages that "
        "an earlier build made.",
    ),
)

CATALOGUE: dict[str, Entry] = {
    entry.code: entry
    for entry in (*_TEXT, *_CONTRACTS, *_NAMES, *_ATTRIBUTES, *_PLANNING, *_UNSUPPORTED, *_ADVICE, *_BUILDING)
}
"""Every code with its entry, in the order of the ranges."""
