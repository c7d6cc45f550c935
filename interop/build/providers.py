"""Which distribution package provides a C header, for the sentence that tells what to install."""

from __future__ import annotations

PROVIDERS: dict[str, tuple[str, str]] = {
    "Python.h": ("python3-dev", "python3-devel"),
    "archive.h": ("libarchive-dev", "libarchive-devel"),
    "bzlib.h": ("libbz2-dev", "bzip2-devel"),
    "curl/curl.h": ("libcurl4-openssl-dev", "libcurl-devel"),
    "expat.h": ("libexpat1-dev", "expat-devel"),
    "ffi.h": ("libffi-dev", "libffi-devel"),
    "ft2build.h": ("libfreetype-dev", "freetype-devel"),
    "gdbm.h": ("libgdbm-dev", "gdbm-devel"),
    "git2.h": ("libgit2-dev", "libgit2-devel"),
    "glib.h": ("libglib2.0-dev", "glib2-devel"),
    "gmp.h": ("libgmp-dev", "gmp-devel"),
    "jpeglib.h": ("libjpeg-dev", "libjpeg-turbo-devel"),
    "libxml/parser.h": ("libxml2-dev", "libxml2-devel"),
    "lz4.h": ("liblz4-dev", "lz4-devel"),
    "lzma.h": ("liblzma-dev", "xz-devel"),
    "mpfr.h": ("libmpfr-dev", "mpfr-devel"),
    "ncurses.h": ("libncurses-dev", "ncurses-devel"),
    "pcre2.h": ("libpcre2-dev", "pcre2-devel"),
    "png.h": ("libpng-dev", "libpng-devel"),
    "readline/readline.h": ("libreadline-dev", "readline-devel"),
    "sodium.h": ("libsodium-dev", "libsodium-devel"),
    "sqlite3.h": ("libsqlite3-dev", "sqlite-devel"),
    "tiffio.h": ("libtiff-dev", "libtiff-devel"),
    "uuid/uuid.h": ("uuid-dev", "libuuid-devel"),
    "webp/decode.h": ("libwebp-dev", "libwebp-devel"),
    "yaml.h": ("libyaml-dev", "libyaml-devel"),
    "zlib.h": ("zlib1g-dev", "zlib-devel"),
    "zstd.h": ("libzstd-dev", "libzstd-devel"),
}
"""Header, as it is included: its package on Debian and Ubuntu, and on Fedora."""


def how_to_install(header: str) -> str:
    """What to install for a header that is missing.

    >>> how_to_install("zlib.h")
    "install the package with zlib's header: 'apt-get install zlib1g-dev' (Debian) or 'dnf install zlib-devel' (Fedora)"
    """
    if header.startswith("openssl/"):
        debian, fedora = "libssl-dev", "openssl-devel"
    elif header in PROVIDERS:
        debian, fedora = PROVIDERS[header]
    else:
        return f"install the package that provides {header} (usually lib...-dev or ...-devel), or correct the path"
    stem = header.rpartition("/")[2].removesuffix(".h")
    commands = f"'apt-get install {debian}' (Debian) or 'dnf install {fedora}' (Fedora)"
    return f"install the package with {stem}'s header: {commands}"
