"""What one call does, in order. Everything that is decided is decided here; printers only print it.

Glossary: *marshal* (Python to C) and *unmarshal* (C to Python) are the conversions; *pin* passes the address of the
caller's own memory, *copy* that of a private one; *write back* is the visible effect of ``out``; *room* is memory the
stub provides for C to fill; a *slot* is the home of one value passed by address; an array is *measured* by the
parameter that gives its size.
"""
