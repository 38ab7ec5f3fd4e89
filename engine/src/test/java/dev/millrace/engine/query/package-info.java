/// Tests of what reads rows: how far vectors are from each other, and which of them are kept.
@NullMarked
package dev.millrace.engine.query;

import org.jspecify.annotations.NullMarked;
