/// The engine as a whole: opened on a store, it offers one operation object for each operation of
/// the API.
@NullMarked
package dev.millrace.engine;

import org.jspecify.annotations.NullMarked;
