/// Copies of a whole data directory: made while the server runs, checked, and put back.
///
/// A backup is a directory with the files of the store as they were at one moment, and a
/// [BackupListing] of them that is written last: what has no listing, or does not agree with it, is
/// no backup. Restoring copies the files into a new directory and looks at each of them on the way.
@NullMarked
package dev.millrace.server.backup;

import org.jspecify.annotations.NullMarked;
