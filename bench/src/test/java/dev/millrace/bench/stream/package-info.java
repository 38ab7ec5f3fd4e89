/// Tests of what is measured of streams where the server is not Millrace.
@NullMarked
package dev.millrace.bench.stream;

import org.jspecify.annotations.NullMarked;
