/* What a binding of SQLite needs beyond SQLite: text as char, blobs that are empty and not NULL, the row as a whole. */
#ifndef INTEROP_SQLITE_SHIMS_H
#define INTEROP_SQLITE_SHIMS_H

#include <sqlite3.h>
#include <string.h>

typedef int sqlite_bool;

enum { SQLITE_SHIM_MANY = -1, SQLITE_SHIM_NONE = -2 };

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

#endif
