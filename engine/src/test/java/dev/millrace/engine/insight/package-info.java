/// Tests of the figures of contributor insights, mostly against counts that are kept exactly.
@NullMarked
package dev.millrace.engine.insight;

import org.jspecify.annotations.NullMarked;
