/// Streams as the API describes them: view types, statuses, shards, records, iterator types.
@NullMarked
package dev.millrace.model.stream;

import org.jspecify.annotations.NullMarked;
