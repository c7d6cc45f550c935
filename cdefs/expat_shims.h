/* What a binding of expat needs beyond expat: handlers that can stop the parser, errors with their place, and files. */
#ifndef INTEROP_EXPAT_SHIMS_H
#define INTEROP_EXPAT_SHIMS_H

#include <expat.h>
#include <stdio.h>

typedef int expat_bool;
typedef int (*expat_reader)(void *data, char *buffer, int size);

enum { EXPAT_SHIM_PIECE = 65536 };

/* To expat it is one character, in names that are UTF-8. */
static inline expat_bool expat_is_separator(const char *text)
{
    return text == NULL || text[0] == '\0' || (text[1] == '\0' && !(text[0] & 0x80));
}

/* Expat hands the parser to the handlers, so that one that fails can stop it; what is user data to expat says whether the
 * parser is parsing. */
static inline XML_Parser expat_create(const char *encoding, const char *separator)
{
    XML_Parser parser =
        separator != NULL ? XML_ParserCreateNS(encoding, separator[0]) : XML_ParserCreate(encoding);

    if (parser != NULL)
        XML_UseParserAsHandlerArg(parser);
    return parser;
}

static inline XML_Parser expat_external(XML_Parser parser, const char *context, const char *encoding)
{
    XML_Parser external = XML_ExternalEntityParserCreate(parser, context, encoding);

    if (external != NULL)
        XML_SetUserData(external, NULL);
    return external;
}

/* A parser is not made for being called by its own handlers, nor by another thread while one of them runs. */
static inline int expat_is_parsing(XML_Parser parser)
{
    return XML_GetUserData(parser) != NULL;
}

static inline void expat_begin(XML_Parser parser)
{
    static char mark;

    XML_SetUserData(parser, &mark);
}

static inline enum XML_Error expat_end(XML_Parser parser, enum XML_Status status)
{
    XML_SetUserData(parser, NULL);
    return status == XML_STATUS_ERROR ? XML_GetErrorCode(parser) : XML_ERROR_NONE;
}

static inline enum XML_Error expat_parse(XML_Parser parser, const char *data, int size, expat_bool is_final)
{
    if (expat_is_parsing(parser))
        return XML_ERROR_UNEXPECTED_STATE;
    expat_begin(parser);
    return expat_end(parser, XML_Parse(parser, data, size, is_final));
}

/* Into expat's own memory, piece by piece, until there is nothing more, or parsing has ended. */
static inline enum XML_Error expat_parse_from(XML_Parser parser, expat_reader read, void *data)
{
    enum XML_Status status = XML_STATUS_OK;
    int size = 1;

    if (expat_is_parsing(parser))
        return XML_ERROR_UNEXPECTED_STATE;
    expat_begin(parser);
    while (status == XML_STATUS_OK && size > 0) {
        char *room = XML_GetBuffer(parser, EXPAT_SHIM_PIECE);

        size = room != NULL ? read(data, room, EXPAT_SHIM_PIECE) : -1;
        status = size < 0 ? XML_STATUS_ERROR : XML_ParseBuffer(parser, size, size == 0);
    }
    return expat_end(parser, status);
}

static inline enum XML_Error expat_resume(XML_Parser parser)
{
    if (expat_is_parsing(parser))
        return XML_ERROR_UNEXPECTED_STATE;
    expat_begin(parser);
    return expat_end(parser, XML_ResumeParser(parser));
}

static inline enum XML_Error expat_stop(XML_Parser parser, XML_Bool resumable)
{
    return XML_StopParser(parser, resumable) == XML_STATUS_ERROR ? XML_GetErrorCode(parser) : XML_ERROR_NONE;
}

/* For another document. Expat forgets its handlers and what they get. */
static inline expat_bool expat_reset(XML_Parser parser, const char *encoding)
{
    if (expat_is_parsing(parser) || !XML_ParserReset(parser, encoding))
        return 0;
    XML_UseParserAsHandlerArg(parser);
    return 1;
}

static inline const char *expat_message(XML_Parser parser, enum XML_Error error)
{
    static _Thread_local char text[200];

    if (error == XML_ERROR_UNEXPECTED_STATE && expat_is_parsing(parser))
        return "the parser is parsing already: its handlers cannot start it again";
    snprintf(text, sizeof text, "%s: line %lu, column %lu", XML_ErrorString(error),
             (unsigned long)XML_GetCurrentLineNumber(parser), (unsigned long)XML_GetCurrentColumnNumber(parser));
    return text;
}

#endif
