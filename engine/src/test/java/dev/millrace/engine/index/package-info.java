/// Tests of secondary indexes as rows.
@NullMarked
package dev.millrace.engine.index;

import org.jspecify.annotations.NullMarked;
