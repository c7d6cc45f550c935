"""Calls that are awaited: any function on a worker thread, and those that say through a callback when they are done.

Compiled stubs import this when it is first needed, and ``asyncio`` is imported by the first call.
"""

from __future__ import annotations

from _thread import allocate_lock

import _cffi_backend

from interop.runtime.errors import ArgumentTypeError, NoRunningLoopError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine
    from concurrent.futures import Executor
    from typing import Any, Generic, ParamSpec, TypeVar

    P = ParamSpec("P")
    R = TypeVar("R", covariant=True)

    class Function(Generic[P, R]):
        """What functions of generated modules are to type checkers; in truth, each module compiles their class."""

        __name__: str
        __qualname__: str

        def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R: ...
        async def aio(self, *args: P.args, **kwargs: P.kwargs) -> R: ...

    def function(function: Callable[P, R]) -> Function[P, R]:
        """What the stub files of generated modules decorate them with."""


# --- On a worker thread ----------------------------------------------------------------------------------------------


def aio(function: Callable[P, R], *, executor: Executor | None = None) -> Callable[P, Coroutine[Any, Any, R]]:
    """The coroutine function that calls ``function`` on a worker thread: a function of a generated module, a method of
    a handle, or a class whose constructor is one.

    The arguments are converted on that thread too, and what is raised there is raised by ``await``. ``executor`` is
    where the threads come from; None: the running loop's default executor, as with ``asyncio.to_thread``. Context
    variables and the saved errno are what they are where it is awaited. A call that has begun cannot be cancelled: it
    goes on, and when it ends its result is dropped, handles in it are closed. Raises ``ArgumentTypeError`` if
    ``function`` cannot be called.
    """
    if not callable(function):
        raise ArgumentTypeError(f"aio(): expected a function, a method or a class, got {type(function).__name__}")

    async def call(*args: P.args, **kwargs: P.kwargs) -> R:
        result: R = await _Call(function, args, kwargs).run(executor)
        return result

    for name in ("__name__", "__qualname__", "__module__", "__doc__"):
        value = getattr(function, name, None)
        if isinstance(value, str):
            setattr(call, name, value)
    # What inspect.signature and help() follow.
    call.__wrapped__ = function  # type: ignore[attr-defined]
    return call


class _Call:
    """One call on its way through a worker thread."""

    __slots__ = ("args", "errno", "function", "is_abandoned", "is_done", "kwargs", "lock", "loop", "result")

    def __init__(self, function: Callable[..., Any], args: tuple[object, ...], kwargs: dict[str, object]) -> None:
        self.function = function
        self.args = args
        self.kwargs = kwargs
        self.errno = _cffi_backend.get_errno()
        self.lock = allocate_lock()
        self.is_abandoned = False
        self.is_done = False
        self.result: object = None
        self.loop: asyncio.AbstractEventLoop

    async def run(self, executor: Executor | None) -> Any:
        import asyncio
        import contextvars

        context = contextvars.copy_context()
        self.loop = asyncio.get_running_loop()
        future = self.loop.run_in_executor(executor, context.run, self.work)
        try:
            await future
        except (asyncio.CancelledError, GeneratorExit):
            self.abandon()
            raise
        finally:
            if self.is_done:
                # Nothing else runs on this thread before the awaiting code asks for it.
                _cffi_backend.set_errno(self.errno)
        return self.result

    def work(self) -> None:
        """The call itself, on the worker thread, which sees and leaves the errno of the awaiting one."""
        _cffi_backend.set_errno(self.errno)
        try:
            result = self.function(*self.args, **self.kwargs)
        except StopIteration as error:
            # A future cannot carry it; what ends an iteration that is awaited has a name of its own.
            raise StopAsyncIteration(*error.args) from None
        finally:
            self.errno = _cffi_backend.get_errno()
            self.is_done = True
        with self.lock:
            self.result = result
            is_wanted = not self.is_abandoned
        if not is_wanted:
            self.dispose()

    def abandon(self) -> None:
        with self.lock:
            self.is_abandoned = True
        self.dispose()

    def dispose(self) -> None:
        """Drops a result that nobody waits for, and closes the handles in it that the caller did not bring along."""
        result, self.result = self.result, None
        brought = (*self.args, *self.kwargs.values(), getattr(self.function, "__self__", None))
        for value in result if isinstance(result, tuple) else (result,):
            if _is_handle(value) and not any(value is each for each in brought):
                try:
                    value.close()
                except Exception as error:
                    self.report(value, error)

    def report(self, handle: object, error: Exception) -> None:
        """Nobody waits for the call any more, so the loop hears of it, if it is still there."""
        context = {"message": f"{handle!r} of a cancelled call could not be closed", "exception": error}
        try:
            self.loop.call_soon_threadsafe(self.loop.call_exception_handler, context)
        except RuntimeError:
            if not self.loop.is_closed():
                raise


def _is_handle(value: Any) -> bool:
    """Whether it is an object of a handle's class, which have no common base."""
    return all(hasattr(type(value), name) for name in ("close", "detach", "from_address"))


class Methods:
    """``handle.aio``: the methods of one handle, each as a coroutine function."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    def __getattr__(self, name: str) -> Callable[..., Coroutine[Any, Any, Any]]:
        # Asked of the class first: to read a property would be to call C here and now.
        if not name.startswith("_") and callable(getattr(type(self._handle), name, None)):
            return aio(getattr(self._handle, name))
        message = f"'{type(self._handle).__name__}.aio' has no method '{name}'"
        raise AttributeError(message, name=name, obj=self)

    def __dir__(self) -> list[str]:
        kind = type(self._handle)
        return [name for name in dir(kind) if not name.startswith("_") and callable(getattr(kind, name))]

    def __repr__(self) -> str:
        return f"<the methods of {self._handle!r} as coroutine functions>"


# --- Completions -----------------------------------------------------------------------------------------------------


class Completion:
    """What C calls, once and from any thread, for a call that is awaited. Called by the compiled stubs.

    The result reaches the future in the thread of its loop, never inside the call from C. Where the loop has been
    closed meanwhile there is nobody to tell, and nothing happens.
    """

    __slots__ = ("__weakref__", "_future", "_loop")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._future: asyncio.Future[Any] = loop.create_future()

    def __call__(self, value: object) -> None:
        """Called with what C passed."""
        self._tell(self._future.set_result, value)

    def fail(self, error: BaseException) -> None:
        """The same for what C reported as a failure, or what could not be converted."""
        self._tell(self._future.set_exception, error)

    def _tell(self, settle: Callable[[Any], None], outcome: object) -> None:
        try:
            self._loop.call_soon_threadsafe(_settle, self._future, settle, outcome)
        except RuntimeError:
            if not self._loop.is_closed():
                raise


def _settle(future: asyncio.Future[Any], settle: Callable[[Any], None], outcome: object) -> None:
    # It may have been cancelled.
    if not future.done():
        settle(outcome)


def completion(function: str) -> tuple[Completion, asyncio.Future[Any]]:
    """What C calls when ``function`` is done, and the future that is awaited. Called by the compiled stubs.

    Raises ``NoRunningLoopError`` where no event loop runs.
    """
    import asyncio

    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        raise NoRunningLoopError(
            f"{function}() was called without the callable that C calls when it is done, "
            "and there is no running event loop in which it could be awaited"
        ) from None
    made = Completion(loop)
    return made, made._future
