/* What a binding of SQLite needs beyond SQLite: text as char, blobs that are empty and not NULL, the row as a whole. */
#ifndef INTEROP_SQLITE_SHIMS_H
#define INTEROP_SQLITE_SHIMS_H

#include <sqlite3.h>
#include <string.h>

typedef int sqlite_bool;

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

/* What was wrong last, in memory that no other thread changes; `db` NULL: there was no memory for one. */
static inline const char *sqlite_message(sqlite3 *db)
{
    static _Thread_local char copy[1000];
    sqlite3_mutex *mutex = db != NULL ? sqlite3_db_mutex(db) : NULL;
    size_t end, cut = 0;

    sqlite3_mutex_enter(mutex);
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

static inline const char *sqlite_message_of(sqlite3_stmt *stmt)
{
    return sqlite_message(sqlite3_db_handle(stmt));
}

static inline const char *sqlite_prepare_message(sqlite3 *db, int status)
{
    return status == SQLITE_SHIM_MANY   ? "the text has more than one statement"
           : status == SQLITE_SHIM_NONE ? "the text has no statement"
                                        : sqlite_message(db);
}

/* What SQLite calls unsigned char is UTF-8 like all of its text. */
static inline const char *sqlite_column_text(sqlite3_stmt *stmt, int column)
{
    return (const char *)sqlite3_column_text(stmt, column);
}

/* SQLite gives NULL for a blob of no bytes, too. */
static inline const void *sqlite_column_blob(sqlite3_stmt *stmt, int column)
{
    const void *data = sqlite3_column_blob(stmt, column);

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
        status = sqlite3_reset(stmt) == SQLITE_OK ? SQLITE_DONE : SQLITE_ERROR;
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
    int status = sqlite_bind_all(stmt, values, count, SQLITE_STATIC);

    if (status == SQLITE_OK)
        do
            status = sqlite3_step(stmt);
        while (status == SQLITE_ROW);
    if (sqlite3_reset(stmt) != SQLITE_OK && status == SQLITE_DONE)
        status = SQLITE_ERROR;
    sqlite3_clear_bindings(stmt);
    return status;
}

static inline const char *sqlite_row_message(sqlite3_stmt *stmt, int status)
{
    return status == SQLITE_SHIM_COUNT ? "as many values are needed as the statement has parameters"
           : status == SQLITE_SCHEMA   ? "the tables have changed: run it again"
                                       : sqlite_message_of(stmt);
}

#endif
