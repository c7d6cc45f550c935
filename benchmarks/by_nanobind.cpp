// The library through nanobind, as its documentation has one write it: nb::class_ for records and handles, nb::ndarray
// for arrays, const char * for text that C wants terminated, call guards where the GIL is released.
#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

extern "C" {
#include "bench.h"
}

namespace nb = nanobind;
using namespace nb::literals;

using Doubles = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Int64s = nb::ndarray<const int64_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using MutableDoubles = nb::ndarray<double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using NewDoubles = nb::ndarray<nb::numpy, double, nb::ndim<1>>;
using Released = nb::call_guard<nb::gil_scoped_release>;

namespace {

struct Label {
    std::string text;
    int length = 0;
};

class Counter {
public:
    explicit Counter(int start) : counter_(b_counter_open(start)) {
        if (!counter_)
            throw nb::value_error("C gave NULL");
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
            throw nb::value_error("the counter is closed");
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

nb::str fill_text(int which, size_t size) {
    char local[256];
    std::unique_ptr<char[]> allocated;
    char *buffer = local;
    if (size > sizeof local) {
        allocated = std::make_unique<char[]>(size);
        buffer = allocated.get();
    }
    b_fill_text(buffer, size, which);
    return nb::str(buffer);
}

size_t total_length(nb::list texts) {
    std::vector<const char *> native;
    native.reserve(texts.size());
    for (nb::handle text : texts)
        native.push_back(nb::cast<const char *>(text));
    return b_total_length(native.data(), native.size());
}

void scale_list(nb::list values, double factor) {
    auto native = nb::cast<std::vector<double>>(values);
    b_scale(native.data(), native.size(), factor);
    for (size_t i = 0; i < native.size(); i++)
        values[i] = native[i];
}

NewDoubles fill_new(double start, size_t n) {
    double *values = new double[n];
    nb::capsule owner(values, [](void *p) noexcept { delete[] static_cast<double *>(p); });
    b_fill(values, n, start);
    return NewDoubles(values, {n}, owner);
}

nb::bytes read_bytes(int start, size_t size) {
    auto made = nb::steal<nb::bytes>(PyBytes_FromStringAndSize(nullptr, static_cast<Py_ssize_t>(size)));
    if (!made.is_valid())
        throw nb::python_error();
    size_t count = b_read_bytes(PyBytes_AS_STRING(made.ptr()), size, start);
    return count < size ? nb::bytes(made.data(), count) : made;
}

void relabel(Label &label) {
    b_label native{label.text.c_str(), label.length};
    b_relabel(&native);
    label.text = native.text;
    label.length = native.length;
}

// An exception must not cross C: it is kept, and thrown again when C has returned.
struct Visit {
    nb::callable callable;
    std::exception_ptr error;
};

int visit(void *data, int value) {
    auto *call = static_cast<Visit *>(data);
    if (call->error)
        return 0;
    try {
        return nb::cast<int>(call->callable(value));
    } catch (...) {
        call->error = std::current_exception();
        return 0;
    }
}

int apply(nb::callable callable, int times) {
    Visit call{std::move(callable), nullptr};
    int sum = b_apply(visit, &call, times);
    if (call.error)
        std::rethrow_exception(call.error);
    return sum;
}

int visit_released(void *data, int value) {
    nb::gil_scoped_acquire acquired;
    return visit(data, value);
}

int apply_released(nb::callable callable, int times) {
    Visit call{std::move(callable), nullptr};
    int sum;
    {
        nb::gil_scoped_release released;
        sum = b_apply(visit_released, &call, times);
    }
    if (call.error)
        std::rethrow_exception(call.error);
    return sum;
}

} // namespace

NB_MODULE(by_nanobind, m) {
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
    m.def("checksum", [](nb::bytes data) { return b_checksum(data.data(), data.size()); });
    m.def("read_bytes", &read_bytes, "start"_a, "size"_a);

    m.def("sum", [](Doubles values) { return b_sum(values.data(), values.size()); });
    m.def("sum_list", [](const std::vector<double> &values) { return b_sum(values.data(), values.size()); });
    m.def("sum_int64", [](Int64s values) { return b_sum_int64(values.data(), values.size()); });
    m.def("scale", [](MutableDoubles values, double factor) { b_scale(values.data(), values.size(), factor); },
          nb::arg().noconvert(), nb::arg());
    m.def("scale_list", &scale_list);
    m.def("fill_into", [](double start, MutableDoubles values) {
        b_fill(values.data(), values.size(), start);
        return values.size();
    }, "start"_a, "values"_a.noconvert());
    m.def("fill_new", &fill_new, "start"_a, "n"_a);

    nb::class_<b_point>(m, "point")
        .def(nb::init<double, double>(), "x"_a = 0.0, "y"_a = 0.0)
        .def_rw("x", &b_point::x)
        .def_rw("y", &b_point::y);
    m.def("norm", &b_norm);
    m.def("move", &b_move);
    m.def("turned", &b_turned);

    nb::class_<Label>(m, "label")
        .def("__init__", [](Label *self, std::string text) { new (self) Label{std::move(text)}; })
        .def_rw("text", &Label::text)
        .def_rw("length", &Label::length);
    m.def("relabel", &relabel);

    nb::class_<Counter>(m, "counter")
        .def(nb::init<int>())
        .def("close", &Counter::close)
        .def("get", &Counter::get)
        .def("get_released", &Counter::get, Released());

    m.def("apply", &apply);
    m.def("apply_released", &apply_released);

    nb::object error = nb::steal(PyErr_NewException("by_nanobind.BenchError", nullptr, nullptr));
    m.attr("BenchError") = error;
    m.def("check", [error](int status) {
        int result = b_check(status);
        if (result == 0)
            return;
        nb::object raised = error(b_reason(result));
        raised.attr("status") = result;
        PyErr_SetObject(error.ptr(), raised.ptr());
        throw nb::python_error();
    });

    m.def("noop_released", &b_noop, Released());
    m.def("add_released", &b_add, Released());
    m.def("divmod_released", &divide, Released());
    m.def("str_len_released", &b_str_len, Released());
    m.def("sum_released", [](Doubles values) { return b_sum(values.data(), values.size()); }, Released());
    m.def("norm_released", &b_norm, Released());
    m.def("work", &b_work, Released());
}
