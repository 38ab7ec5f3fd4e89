/// Tests of what is sent and of how answers are read, held against the JDK's servers and the AWS
/// SDK's signer.
@NullMarked
package dev.millrace.bench.http;

import org.jspecify.annotations.NullMarked;
