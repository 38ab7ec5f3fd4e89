/// Tests of the package.
@NullMarked
package dev.millrace.server.config;

import org.jspecify.annotations.NullMarked;
