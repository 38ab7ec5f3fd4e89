/// Tests of what people and programs are shown.
@NullMarked
package dev.millrace.bench.report;

import org.jspecify.annotations.NullMarked;
