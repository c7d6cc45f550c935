// The library through pybind11, as its documentation has one write it: py::class_ for records and handles, py::array_t
// for arrays, const char * for text that C wants terminated, call guards where the GIL is released.
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

extern "C" {
#include "bench.h"
}

namespace py = pybind11;
using namespace py::literals;

using Doubles = py::array_t<double, py::array::c_style>;
using Int64s = py::array_t<int64_t, py::array::c_style>;
using Released = py::call_guard<py::gil_scoped_release>;

namespace {

struct Label {
    std::string text;
    int length = 0;
};

class Counter {
public:
    explicit Counter(int start) : counter_(b_counter_open(start)) {
        if (!counter_)
            throw py::value_error("C gave NULL");
    }
    Counter(const Counter &) = delete;
    Counter &operator=(const Counter &) = delete;
    ~Counter() { close(); }

    void close() {
        if (b_counter *counter = std::exchange(counter_, nullptr))
            b_counter_close(counter);
    }

    int get() const {
        if (!counter_)
            throw py::value_error("the counter is closed");
        return b_counter_get(counter_);
    }

private:
    b_counter *counter_;
};

std::pair<int, int> divide(int a, int b) {
    int quotient, remainder;
    b_divmod(a, b, &quotient, &remainder);
    return {quotient, remainder};
}

py::str fill_text(int which, size_t size) {
    char local[256];
    std::unique_ptr<char[]> allocated;
    char *buffer = local;
    if (size > sizeof local) {
        allocated = std::make_unique<char[]>(size);
        buffer = allocated.get();
    }
    b_fill_text(buffer, size, which);
    return py::str(buffer);
}

size_t total_length(const std::vector<std::string> &texts) {
    std::vector<const char *> native;
    native.reserve(texts.size());
    for (const std::string &text : texts)
        native.push_back(text.c_str());
    return b_total_length(native.data(), native.size());
}

uint32_t checksum(py::bytes data) {
    auto bytes = static_cast<std::string_view>(data);
    return b_checksum(bytes.data(), bytes.size());
}

void scale_list(py::list values, double factor) {
    auto native = values.cast<std::vector<double>>();
    b_scale(native.data(), native.size(), factor);
    for (size_t i = 0; i < native.size(); i++)
        values[i] = native[i];
}

size_t fill_into(double start, Doubles values) {
    b_fill(values.mutable_data(), static_cast<size_t>(values.size()), start);
    return static_cast<size_t>(values.size());
}

Doubles fill_new(double start, size_t n) {
    Doubles values(static_cast<py::ssize_t>(n));
    b_fill(values.mutable_data(), n, start);
    return values;
}

py::bytes read_bytes(int start, size_t size) {
    auto made = py::reinterpret_steal<py::bytes>(PyBytes_FromStringAndSize(nullptr, static_cast<py::ssize_t>(size)));
    if (!made)
        throw py::error_already_set();
    size_t count = b_read_bytes(PyBytes_AS_STRING(made.ptr()), size, start);
    return count < size ? py::bytes(PyBytes_AS_STRING(made.ptr()), count) : made;
}

void relabel(Label &label) {
    b_label native{label.text.c_str(), label.length};
    b_relabel(&native);
    label.text = native.text;
    label.length = native.length;
}

// An exception must not cross C: it is kept, and thrown again when C has returned.
struct Visit {
    py::function callable;
    std::exception_ptr error;
};

int visit(void *data, int value) {
    auto *call = static_cast<Visit *>(data);
    if (call->error)
        return 0;
    try {
        return call->callable(value).cast<int>();
    } catch (...) {
        call->error = std::current_exception();
        return 0;
    }
}

int apply(py::function callable, int times) {
    Visit call{std::move(callable), nullptr};
    int sum = b_apply(visit, &call, times);
    if (call.error)
        std::rethrow_exception(call.error);
    return sum;
}

int visit_released(void *data, int value) {
    py::gil_scoped_acquire acquired;
    return visit(data, value);
}

int apply_released(py::function callable, int times) {
    Visit call{std::move(callable), nullptr};
    int sum;
    {
        py::gil_scoped_release released;
        sum = b_apply(visit_released, &call, times);
    }
    if (call.error)
        std::rethrow_exception(call.error);
    return sum;
}

} // namespace

PYBIND11_MODULE(by_pybind11, m) {
    m.def("noop", &b_noop);
    m.def("add", &b_add);
    m.def("add_named", &b_add, "a"_a, "b"_a);
    m.def("hypot2", &b_hypot2);
    m.def("divmod", &divide);
    m.def("scaled", &b_scaled, "value"_a, "factor"_a = 2);
    m.def("take1", &b_take1);
    m.def("take4", &b_take4);
    m.def("take16", &b_take16);
    m.def("take64", &b_take64);

    m.def("str_len", &b_str_len);
    m.def("greet", &b_greet);
    m.def("fill_text", &fill_text, "which"_a, "size"_a = 64);
    m.def("total_length", &total_length);
    m.def("checksum", &checksum);
    m.def("read_bytes", &read_bytes, "start"_a, "size"_a);

    m.def("sum", [](const Doubles &values) { return b_sum(values.data(), static_cast<size_t>(values.size())); });
    m.def("sum_list", [](const std::vector<double> &values) { return b_sum(values.data(), values.size()); });
    m.def("sum_int64", [](const Int64s &values) {
        return b_sum_int64(values.data(), static_cast<size_t>(values.size()));
    });
    m.def("scale", [](Doubles values, double factor) {
        b_scale(values.mutable_data(), static_cast<size_t>(values.size()), factor);
    }, py::arg().noconvert(), py::arg());
    m.def("scale_list", &scale_list);
    m.def("fill_into", &fill_into, "start"_a, "values"_a.noconvert());
    m.def("fill_new", &fill_new, "start"_a, "n"_a);

    py::class_<b_point>(m, "point")
        .def(py::init<double, double>(), "x"_a = 0.0, "y"_a = 0.0)
        .def_readwrite("x", &b_point::x)
        .def_readwrite("y", &b_point::y);
    m.def("norm", &b_norm);
    m.def("move", &b_move);
    m.def("turned", &b_turned);

    py::class_<Label>(m, "label")
        .def(py::init([](std::string text) { return Label{std::move(text)}; }))
        .def_readwrite("text", &Label::text)
        .def_readwrite("length", &Label::length);
    m.def("relabel", &relabel);

    py::class_<Counter>(m, "counter")
        .def(py::init<int>())
        .def("close", &Counter::close)
        .def("get", &Counter::get)
        .def("get_released", &Counter::get, Released());

    m.def("apply", &apply);
    m.def("apply_released", &apply_released);

    py::object error = py::reinterpret_steal<py::object>(PyErr_NewException("by_pybind11.BenchError", nullptr, nullptr));
    m.attr("BenchError") = error;
    m.def("check", [error](int status) {
        int result = b_check(status);
        if (result == 0)
            return;
        py::object raised = error(b_reason(result));
        raised.attr("status") = result;
        PyErr_SetObject(error.ptr(), raised.ptr());
        throw py::error_already_set();
    });

    m.def("noop_released", &b_noop, Released());
    m.def("add_released", &b_add, Released());
    m.def("divmod_released", &divide, Released());
    m.def("str_len_released", &b_str_len, Released());
    m.def("sum_released", [](const Doubles &values) {
        return b_sum(values.data(), static_cast<size_t>(values.size()));
    }, Released());
    m.def("norm_released", &b_norm, Released());
    m.def("work", &b_work, Released());
}
