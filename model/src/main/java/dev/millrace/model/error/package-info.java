/// What the client did wrong, by the exact name and text that AWS uses.
@NullMarked
package dev.millrace.model.error;

import org.jspecify.annotations.NullMarked;
