/// Tests of the package.
@NullMarked
package dev.millrace.server.http;

import org.jspecify.annotations.NullMarked;
