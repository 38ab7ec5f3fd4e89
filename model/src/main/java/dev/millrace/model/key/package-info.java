/// Primary keys: the key schema of a table, the key of one item, and the hash that places it.
@NullMarked
package dev.millrace.model.key;

import org.jspecify.annotations.NullMarked;
