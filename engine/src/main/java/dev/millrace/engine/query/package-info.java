/// Reading many items: the row range that a Query or a Scan covers in a table or a secondary index,
/// and its pages.
@NullMarked
package dev.millrace.engine.query;

import org.jspecify.annotations.NullMarked;
