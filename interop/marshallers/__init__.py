"""Ready custom marshallers, one module per kind of value, and the protocols of those one writes oneself.

``[marshal_with("interop.marshallers.times:UnixTime")] typedef long time_t;`` makes every ``time_t`` a ``datetime``.
"""
