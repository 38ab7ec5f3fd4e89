/// What each operation is asked, as typed records: decoded, and checked against the service model.
@NullMarked
package dev.millrace.model.request;

import org.jspecify.annotations.NullMarked;
