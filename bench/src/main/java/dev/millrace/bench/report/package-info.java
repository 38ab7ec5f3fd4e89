/// What was measured as people and programs read it: a table in a terminal, JSON, a chart. A figure
/// of several runs is their median; JSON has each run.
@NullMarked
package dev.millrace.bench.report;

import org.jspecify.annotations.NullMarked;
