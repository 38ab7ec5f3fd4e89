@NullMarked
package dev.millrace.engine.document;

import org.jspecify.annotations.NullMarked;
