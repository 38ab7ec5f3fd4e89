/// Tests of the package.
@NullMarked
package dev.millrace.server.dispatch;

import org.jspecify.annotations.NullMarked;
