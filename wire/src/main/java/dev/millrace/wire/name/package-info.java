/// The names that tables and streams go by on the wire: plain table names and ARNs.
///
/// Only their form is looked at. Region and account of an ARN are the server's to compare, and
/// whether the table or stream exists is the engine's to find out.
@NullMarked
package dev.millrace.wire.name;

import org.jspecify.annotations.NullMarked;
