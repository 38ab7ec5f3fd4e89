/// Where records go that a function could not deal with: a failure record, in Lambda's own form, to
/// a queue, a topic, a bucket or a table (lambda-esm reference, section 10).
@NullMarked
package dev.millrace.triggers.destination;

import org.jspecify.annotations.NullMarked;
