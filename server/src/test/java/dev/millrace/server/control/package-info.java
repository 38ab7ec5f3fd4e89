/// Tests of the package.
@NullMarked
package dev.millrace.server.control;

import org.jspecify.annotations.NullMarked;
