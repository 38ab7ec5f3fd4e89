/// Tables as the API describes them: names, statuses, billing, stream settings. The words are AWS's
/// own, so that each record can be held against the service model.
@NullMarked
package dev.millrace.model.table;

import org.jspecify.annotations.NullMarked;
