/// `millrace demo`: a proof on real input that the stream tells everything that happened to a
/// table.
///
/// {@link dev.millrace.cli.demo.Demo} takes three steps. {@link
/// dev.millrace.cli.demo.HistoryWriter} turns each commit of a git repository into puts, updates
/// and deletes of one {@link dev.millrace.cli.demo.DemoTable}, through the AWS SDK over HTTP;
/// {@link dev.millrace.cli.demo.WriteLanes} do that in parallel and yet keep the order of each
/// path's changes. {@link dev.millrace.cli.demo.StreamReader} reads the stream back, parents first,
/// into a {@link dev.millrace.cli.demo.StreamReplay}, which checks that each record follows from
/// those before it. {@link dev.millrace.cli.demo.Comparison} then holds the replayed items against
/// the table and against the tree at HEAD; since an {@link dev.millrace.cli.demo.ItemImage}
/// computes git's id of the content that it has seen, the bytes themselves are compared, not only
/// what an item claims. {@link dev.millrace.cli.demo.DemoReport} has the figures.
@NullMarked
package dev.millrace.cli.demo;

import org.jspecify.annotations.NullMarked;
