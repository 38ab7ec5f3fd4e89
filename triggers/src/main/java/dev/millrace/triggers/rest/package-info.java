/// Lambda's REST API as far as triggers have it (lambda-esm reference, sections 1 to 5): a table of
/// routes, each an HTTP method, a path, and what it does.
///
/// Nothing here knows HTTP beyond that. A server finds the route of a request, hands it over, and
/// sends what comes back; further parts of the API are further rows.
@NullMarked
package dev.millrace.triggers.rest;

import org.jspecify.annotations.NullMarked;
