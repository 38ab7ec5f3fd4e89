/// Tables as the API describes them: names, statuses, billing, stream settings.
@NullMarked
package dev.millrace.model.table;

import org.jspecify.annotations.NullMarked;
