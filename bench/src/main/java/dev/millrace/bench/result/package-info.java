/// What was measured, before anybody writes it down: samples of single runs, series of them, and
/// the machine and the options that they belong to.
@NullMarked
package dev.millrace.bench.result;

import org.jspecify.annotations.NullMarked;
