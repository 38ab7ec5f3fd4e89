/// The commands that look after a data directory: check it, back it up, put a backup back.
@NullMarked
package dev.millrace.cli.data;

import org.jspecify.annotations.NullMarked;
