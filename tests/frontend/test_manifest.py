"""The manifest says everything that matters, in stable text."""

from __future__ import annotations

from interop.model.manifest import digest, to_text
from tests.frontend.conftest import Declare

DECLARATIONS = """
typedef unsigned char byte;
[boolean] typedef int BOOL;
[flags] enum mode { READ = 1, [name(w)] WRITE = 2 };
enum status : int { OK };
struct point { double x, y; unsigned bits : 3; };
struct opaque;
#define LIMIT (1 << 4)
const char *const VERSION = "1.0";
extern const int counter;
[entry("fill64"), success(result == OK), errno, raises(FillError), message("no"), requires(n > 0), hold_gil]
[callconv(ms_abi), deprecated("old"), helpstring("fill it")]
enum status fill([out, size_is(*n), length_is(*n), copy, always] byte *dst, [in, out, defaultvalue(LIMIT)] size_t *n,
                 [in, string, encoding("latin-1"), unique] const char *name, [fixed(3)] int version, BOOL flag,
                 [in, null_terminated, element(string)] const char *const *names, [raw] struct point *p, int lambda);
[private, string, owned(free)] char *text([out, retval] int *x, [optional] int y);
"""

EXPECTED = """\
module x
  library "x"
  encoding("utf-8", "strict")
  arrays array
typedef byte = unsigned char
typedef BOOL = int [boolean]
enum mode: unsigned int, in C enum mode [flags]
  READ = 1
  WRITE as w = 2
enum status: int as written, in C int
  OK = 0
record struct point
  x: double
  y: double
  bits: unsigned int : 3
record struct opaque [opaque]
constant LIMIT = 16, in C 1 << 4
constant VERSION: const char * = '1.0', in C "1.0"
global counter: int [const]
function fill -> int (enum status)
  entry fill64
  requires: n > 0
  success: result == OK
  message: "no"
  raises FillError
  callconv ms_abi
  errno
  hold_gil
  helpstring "fill it"
  deprecated "old"
  dst: byte * (unsigned char) [out, size_is(*n), length_is(*n), copy, always]
  n: size_t * [in, out, defaultvalue(LIMIT)]
  name: const char * [in, string, encoding("latin-1", "strict"), unique]
  version: int [fixed(3)]
  flag: BOOL (int, boolean)
  names: const char *const * [in, null_terminated, element(string)]
  p: struct point * [raw]
  lambda as lambda_: int
function text -> char * [string, owned(free)]
  private
  x: int * [out, retval]
  y: int [optional]
"""


def test_manifest(declare: Declare) -> None:
    assert to_text(declare(DECLARATIONS)) == EXPECTED


def test_digest_does_not_move_when_a_comment_is_added(declare: Declare) -> None:
    assert digest(declare(DECLARATIONS)) == digest(declare("/* new */\n\n" + DECLARATIONS.replace("\n", "\n\n")))


def test_digest_moves_when_anything_of_these_changes(declare: Declare) -> None:
    seen = {digest(declare(DECLARATIONS))}
    for old, new in (
        ("READ = 1", "READ = 3"),
        ("[flags] ", ""),
        ("fill64", "fill32"),
        ("copy, always", "copy"),
        ("size_is(*n), ", "byte_size_is(*n), "),
        ("const *names", "*names"),
        ("typedef unsigned char", "typedef signed char"),
        ("fixed(3)", "fixed(4)"),
        ('deprecated("old")', "deprecated"),
        ("hold_gil", "save_errno"),
        ("owned(free)", "ref"),
        ("double x, y", "float x, y"),
    ):
        assert old in DECLARATIONS
        seen.add(digest(declare(DECLARATIONS.replace(old, new))))
    assert len(seen) == 13


def test_levels_that_are_left_empty_are_kept(declare: Declare) -> None:
    text = to_text(
        declare("void f([out, size_is(, n)] int **x, [out, size_is(n)] int **y, int n, [in, size_is(*)] const int *z);")
    )
    assert "x: int ** [out, size_is(, n)]" in text
    assert "y: int ** [out, size_is(n)]" in text
    assert "z: const int * [in, size_is(*)]" in text
