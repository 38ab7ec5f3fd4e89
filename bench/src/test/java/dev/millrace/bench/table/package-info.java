/// Tests of request bodies and of what is picked out of answers.
@NullMarked
package dev.millrace.bench.table;

import org.jspecify.annotations.NullMarked;
