/* What a binding of SQLite needs beyond SQLite: text as char, blobs that are empty and not NULL, the row as a whole. */
#ifndef INTEROP_SQLITE_SHIMS_H
#define INTEROP_SQLITE_SHIMS_H

#include <sqlite3.h>
#include <string.h>

typedef int sqlite_bool;
typedef int (*sqlite_row_function)(void *data, int count, char **values, char **names);

enum { SQLITE_SHIM_MANY = -1, SQLITE_SHIM_NONE = -2, SQLITE_SHIM_COUNT = -3 };

/* A text that is one statement, with nothing but blanks and comments behind it. */
static inline int sqlite_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **stmt, unsigned int flags)
{
    const char *tail;
    int status = sqlite3_prepare_v3(db, sql, -1, flags, stmt, &tail);

    if (status == SQLITE_OK && *stmt == NULL)
        return SQLITE_SHIM_NONE;
    while (status == SQLITE_OK && *tail != '\0') {
        sqlite3_stmt *more = NULL;
        status = sqlite3_prepare_v3(db, tail, -1, flags, &more, &tail);
        if (more != NULL) {
            sqlite3_finalize(more);
            status = SQLITE_SHIM_MANY;
        }
    }
    return status;
}

/* What was wrong last, in memory that no other thread changes; `db` NULL: there was no memory for one. It never waits:
 * whoever has the database may be waiting for Python in turn. */
static inline const char *sqlite_message(sqlite3 *db)
{
    static _Thread_local char copy[1000];
    sqlite3_mutex *mutex = db != NULL ? sqlite3_db_mutex(db) : NULL;
    size_t end, cut = 0;

    if (mutex != NULL && sqlite3_mutex_try(mutex) != SQLITE_OK)
        return "the reason is not known, because another thread uses the database";
    sqlite3_snprintf(sizeof copy, copy, "%s", sqlite3_errmsg(db));
    sqlite3_mutex_leave(mutex);
    /* Where it is cut, it is not cut inside of a character. */
    end = strlen(copy);
    while (end == sizeof copy - 1 - cut && end > 0 && (copy[end - 1] & 0x80)) {
        copy[--end] = '\0';
        cut++;
    }
    return copy;
}

/* The same for a call that has failed with `status`. Where something else was wrong last, because of another thread or
 * because SQLite kept no words of this, it is what the status is called. */
static inline const char *sqlite_reason(sqlite3 *db, int status)
{
    sqlite3_mutex *mutex = sqlite3_db_mutex(db);
    const char *words;

    if (sqlite3_mutex_try(mutex) != SQLITE_OK)
        return (status & 0xff) == SQLITE_ERROR ? "the reason is not known, because another thread uses the database"
                                               : sqlite3_errstr(status);
    words = (sqlite3_errcode(db) & 0xff) == (status & 0xff) ? sqlite_message(db) : sqlite3_errstr(status);
    sqlite3_mutex_leave(mutex);
    return words;
}

static inline const char *sqlite_reason_of(sqlite3_stmt *stmt, int status)
{
    return sqlite_reason(sqlite3_db_handle(stmt), status);
}

static inline const char *sqlite_prepare_message(sqlite3 *db, int status)
{
    return status == SQLITE_SHIM_MANY   ? "the text has more than one statement"
           : status == SQLITE_SHIM_NONE ? "the text has no statement"
                                        : sqlite_reason(db, status);
}

/* What SQLite calls unsigned char is UTF-8 like all of its text. The size is asked for in the same call, since that may
 * wait for another thread too. */
static inline const char *sqlite_column_text(sqlite3_stmt *stmt, int column, int *size)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);

    *size = sqlite3_column_bytes(stmt, column);
    return text;
}

/* SQLite gives NULL for a blob of no bytes, too. */
static inline const void *sqlite_column_blob(sqlite3_stmt *stmt, int column, int *size)
{
    const void *data = sqlite3_column_blob(stmt, column);

    *size = sqlite3_column_bytes(stmt, column);
    return data != NULL || sqlite3_column_type(stmt, column) == SQLITE_NULL ? data : "";
}

/* sqlite3_reset repeats what was wrong with the last step, which is known to that step's caller already. */
static inline int sqlite_reset(sqlite3_stmt *stmt)
{
    int is_running = sqlite3_stmt_busy(stmt), status = sqlite3_reset(stmt);

    return is_running ? status : SQLITE_OK;
}

/* --- Rows as a whole: with the GIL released once, and nothing of Python's in between ---------------------------- */

typedef struct sqlite_value {
    int type;
    int size;
    union {
        sqlite3_int64 integer;
        double real;
        const char *text;
        const void *blob;
    };
} sqlite_value;

/* What SQLite calls values may be looked at while nobody else uses the database, and without a lock for each look. */
static inline void sqlite_read(sqlite3_value *value, sqlite_value *into)
{
    switch (into->type = sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        into->integer = sqlite3_value_int64(value);
        break;
    case SQLITE_FLOAT:
        into->real = sqlite3_value_double(value);
        break;
    case SQLITE_TEXT:
        into->text = (const char *)sqlite3_value_text(value);
        into->size = sqlite3_value_bytes(value);
        break;
    case SQLITE_BLOB:
        into->blob = sqlite3_value_blob(value);
        into->size = sqlite3_value_bytes(value);
        if (into->blob == NULL)
            into->blob = "";
        break;
    }
}

/* The next row, in SQLite's own memory until the statement is used again. After the last one it starts anew. */
static inline int sqlite_next(sqlite3_stmt *stmt, sqlite_value *row, int room)
{
    sqlite3_mutex *mutex = sqlite3_db_mutex(sqlite3_db_handle(stmt));
    int status;

    sqlite3_mutex_enter(mutex);
    status = sqlite3_step(stmt);
    if (status == SQLITE_DONE) {
        status = sqlite3_reset(stmt);
        status = status == SQLITE_OK ? SQLITE_DONE : status;
    } else if (status == SQLITE_ROW && sqlite3_column_count(stmt) != room) {
        /* It was compiled again, for tables that have changed. */
        sqlite3_reset(stmt);
        status = SQLITE_SCHEMA;
    } else if (status == SQLITE_ROW) {
        for (int i = 0; i < room; i++)
            sqlite_read(sqlite3_column_value(stmt, i), row + i);
    }
    sqlite3_mutex_leave(mutex);
    return status;
}

static inline int sqlite_bind_all(sqlite3_stmt *stmt, const sqlite_value *values, int count,
                                  sqlite3_destructor_type kind)
{
    int status = count == sqlite3_bind_parameter_count(stmt) ? SQLITE_OK : SQLITE_SHIM_COUNT;

    for (int i = 1; status == SQLITE_OK && i <= count; i++, values++)
        switch (values->type) {
        case SQLITE_INTEGER:
            status = sqlite3_bind_int64(stmt, i, values->integer);
            break;
        case SQLITE_FLOAT:
            status = sqlite3_bind_double(stmt, i, values->real);
            break;
        case SQLITE_TEXT:
            status = sqlite3_bind_text(stmt, i, values->text, values->size, kind);
            break;
        case SQLITE_BLOB:
            status = sqlite3_bind_blob(stmt, i, values->blob, values->size, kind);
            break;
        default:
            status = sqlite3_bind_null(stmt, i);
        }
    return status;
}

static inline int sqlite_bind(sqlite3_stmt *stmt, const sqlite_value *values, int count)
{
    return sqlite_bind_all(stmt, values, count, SQLITE_TRANSIENT);
}

/* A whole run, whose rows nobody wants. SQLite copies no value, so none stays bound. */
static inline int sqlite_run(sqlite3_stmt *stmt, const sqlite_value *values, int count)
{
    int status = sqlite_bind_all(stmt, values, count, SQLITE_STATIC), ended;

    if (status == SQLITE_OK)
        do
            status = sqlite3_step(stmt);
        while (status == SQLITE_ROW);
    ended = sqlite3_reset(stmt);
    if (ended != SQLITE_OK && status == SQLITE_DONE)
        status = ended;
    sqlite3_clear_bindings(stmt);
    return status;
}

static inline const char *sqlite_row_message(sqlite3_stmt *stmt, int status)
{
    return status == SQLITE_SHIM_COUNT ? "as many values are needed as the statement has parameters"
           : status == SQLITE_SCHEMA   ? "the tables have changed: run it again"
                                       : sqlite_reason_of(stmt, status);
}

/* --- Python in SQL: SQLite hands user data through the context, and values as pointers of its own ----------------- */

typedef struct sqlite_answer {
    int type; /* 0: the callable has raised an exception */
    int size;
    union {
        sqlite3_int64 integer;
        double real;
        char *text;
        void *blob;
    };
} sqlite_answer;

typedef void (*sqlite_function)(void *data, const sqlite_value *values, int count, sqlite_answer *answer);
typedef int (*sqlite_step_function)(void *data, sqlite3_int64 group, const sqlite_value *values, int count);
typedef void (*sqlite_final_function)(void *data, sqlite3_int64 group, sqlite_answer *answer);
typedef int (*sqlite_collation)(void *data, const char *a, int a_size, const char *b, int b_size);
typedef void (*sqlite_tracer)(void *data, const char *sql, sqlite3_int64 nanoseconds);
typedef void (*sqlite_done)(void *data);

typedef struct sqlite_callback {
    union {
        sqlite_function function;
        sqlite_step_function step;
        sqlite_collation collation;
        sqlite_tracer tracer;
    };
    void *data;
    sqlite_done done;
    sqlite_final_function final;
    void *final_data;
    sqlite_done final_done;
    sqlite3_int64 groups;
} sqlite_callback;

static inline void sqlite_forget(void *pointer)
{
    sqlite_callback *callback = pointer;

    if (callback->done != NULL)
        callback->done(callback->data);
    if (callback->final_done != NULL)
        callback->final_done(callback->final_data);
    sqlite3_free(callback);
}

static inline sqlite_callback *sqlite_remember(sqlite_callback callback)
{
    sqlite_callback *copy = sqlite3_malloc(sizeof callback);

    if (copy != NULL)
        *copy = callback;
    return copy;
}

/* The values as records, in `local` or in memory to be freed. */
static inline sqlite_value *sqlite_values(sqlite3_value **values, int count, sqlite_value *local, int room)
{
    sqlite_value *read = count <= room ? local : sqlite3_malloc64((sqlite3_uint64)count * sizeof *read);

    for (int i = 0; read != NULL && i < count; i++)
        sqlite_read(values[i], read + i);
    return read;
}

static inline void sqlite_set_result(sqlite3_context *context, const sqlite_value *value)
{
    switch (value->type) {
    case SQLITE_INTEGER:
        sqlite3_result_int64(context, value->integer);
        break;
    case SQLITE_FLOAT:
        sqlite3_result_double(context, value->real);
        break;
    case SQLITE_TEXT:
        sqlite3_result_text(context, value->text, value->size, SQLITE_TRANSIENT);
        break;
    case SQLITE_BLOB:
        sqlite3_result_blob(context, value->blob, value->size, SQLITE_TRANSIENT);
        break;
    default:
        sqlite3_result_null(context);
    }
}

/* The answer becomes SQLite's, without a copy. */
static inline void sqlite_give_answer(sqlite3_context *context, sqlite_answer answer)
{
    switch (answer.type) {
    case SQLITE_INTEGER:
        sqlite3_result_int64(context, answer.integer);
        break;
    case SQLITE_FLOAT:
        sqlite3_result_double(context, answer.real);
        break;
    case SQLITE_TEXT:
        sqlite3_result_text(context, answer.text, answer.size, sqlite3_free);
        break;
    case SQLITE_BLOB:
        sqlite3_result_blob(context, answer.blob, answer.size, sqlite3_free);
        break;
    case SQLITE_NULL:
        sqlite3_result_null(context);
        break;
    default:
        sqlite3_result_error(context, "the function has raised an exception", -1);
    }
}

static inline void sqlite_call(sqlite3_context *context, int count, sqlite3_value **given)
{
    sqlite_callback *callback = sqlite3_user_data(context);
    sqlite_value local[8], *values = sqlite_values(given, count, local, 8);
    sqlite_answer answer;

    if (values == NULL) {
        sqlite3_result_error_nomem(context);
    } else {
        callback->function(callback->data, values, count, &answer);
        sqlite_give_answer(context, answer);
    }
    if (values != local)
        sqlite3_free(values);
}

/* The number of the group that is being aggregated; `starts` 0: none if it has no rows. */
static inline sqlite3_int64 sqlite_group(sqlite3_context *context, sqlite_callback *callback, int starts)
{
    sqlite3_int64 *group = sqlite3_aggregate_context(context, starts ? sizeof *group : 0);

    if (group != NULL && *group == 0)
        *group = ++callback->groups;
    return group != NULL ? *group : 0;
}

static inline void sqlite_call_step(sqlite3_context *context, int count, sqlite3_value **given)
{
    sqlite_callback *callback = sqlite3_user_data(context);
    sqlite_value local[8], *values = sqlite_values(given, count, local, 8);
    sqlite3_int64 group = sqlite_group(context, callback, 1);

    if (values == NULL || group == 0)
        sqlite3_result_error_nomem(context);
    else if (callback->step(callback->data, group, values, count) != 0)
        sqlite3_result_error(context, "the step has raised an exception, or has not returned 0", -1);
    if (values != local)
        sqlite3_free(values);
}

static inline void sqlite_call_final(sqlite3_context *context)
{
    sqlite_callback *callback = sqlite3_user_data(context);
    sqlite_answer answer;

    callback->final(callback->final_data, sqlite_group(context, callback, 0), &answer);
    sqlite_give_answer(context, answer);
}

static inline int sqlite_create_function(sqlite3 *db, const char *name, int arguments, int flags,
                                         sqlite_function function, void *data, sqlite_done done)
{
    sqlite_callback *callback = sqlite_remember((sqlite_callback){.function = function, .data = data, .done = done});

    if (callback == NULL)
        return SQLITE_NOMEM;
    return sqlite3_create_function_v2(db, name, arguments, SQLITE_UTF8 | flags, callback, sqlite_call, NULL, NULL,
                                      sqlite_forget);
}

static inline int sqlite_create_aggregate(sqlite3 *db, const char *name, int arguments, int flags,
                                          sqlite_step_function step, void *data, sqlite_done done,
                                          sqlite_final_function final, void *final_data, sqlite_done final_done)
{
    sqlite_callback *callback = sqlite_remember(
        (sqlite_callback){.step = step, .data = data, .done = done, .final = final, .final_data = final_data,
                          .final_done = final_done});

    if (callback == NULL)
        return SQLITE_NOMEM;
    return sqlite3_create_function_v2(db, name, arguments, SQLITE_UTF8 | flags, callback, NULL, sqlite_call_step,
                                      sqlite_call_final, sqlite_forget);
}

static inline int sqlite_compare(void *pointer, int a_size, const void *a, int b_size, const void *b)
{
    sqlite_callback *callback = pointer;

    return callback->collation(callback->data, a, a_size, b, b_size);
}

static inline int sqlite_create_collation(sqlite3 *db, const char *name, sqlite_collation collation, void *data,
                                          sqlite_done done)
{
    sqlite_callback *callback = sqlite_remember((sqlite_callback){.collation = collation, .data = data, .done = done});
    int status = callback == NULL ? SQLITE_NOMEM
                                  : sqlite3_create_collation_v2(db, name, SQLITE_UTF8, callback, sqlite_compare,
                                                                sqlite_forget);

    /* Here SQLite leaves it to its caller where it fails. */
    if (status != SQLITE_OK && callback != NULL)
        sqlite_forget(callback);
    return status;
}

static inline int sqlite_traced(unsigned int event, void *pointer, void *stmt, void *nanoseconds)
{
    sqlite_callback *callback = pointer;
    char *sql = event == SQLITE_TRACE_PROFILE ? sqlite3_expanded_sql(stmt) : NULL;

    if (sql != NULL)
        callback->tracer(callback->data, sql, *(sqlite3_int64 *)nanoseconds);
    sqlite3_free(sql);
    return 0;
}

static inline void sqlite_nothing(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    (void)values;
    sqlite3_result_null(context);
}

/* A trace has no destructor. A function of SQL's has one, which is called when it is replaced or the database goes. */
static inline int sqlite_trace(sqlite3 *db, sqlite_tracer tracer, void *data, sqlite_done done)
{
    sqlite_callback *callback = sqlite_remember((sqlite_callback){.tracer = tracer, .data = data, .done = done});
    int status;

    if (callback == NULL)
        return SQLITE_NOMEM;
    sqlite3_trace_v2(db, 0, NULL, NULL);
    status = sqlite3_create_function_v2(db, "interop_trace", 0, SQLITE_UTF8 | SQLITE_DIRECTONLY, callback,
                                        sqlite_nothing, NULL, NULL, sqlite_forget);
    return status == SQLITE_OK ? sqlite3_trace_v2(db, SQLITE_TRACE_PROFILE, sqlite_traced, callback) : status;
}

/* C's part of a virtual table or of one of its cursors. */
typedef struct sqlite_anchor {
    void *room[4];
} sqlite_anchor;

_Static_assert(sizeof(sqlite3_vtab) <= sizeof(sqlite_anchor), "a table fits");
_Static_assert(sizeof(sqlite3_vtab_cursor) <= sizeof(sqlite_anchor), "a cursor fits");

#endif
