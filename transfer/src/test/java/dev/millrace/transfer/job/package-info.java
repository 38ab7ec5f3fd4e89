/// Tests of the package of the same name: what is read or written is held against texts that are
/// written out in full.
@NullMarked
package dev.millrace.transfer.job;

import org.jspecify.annotations.NullMarked;
