/// Functions in jars, called inside the server.
///
/// A handler class that implements one of the interfaces of `aws-lambda-java-core` is loaded with
/// all its classes by a class loader of its own; only those interfaces and the Java platform are
/// shared with the server. Its events are read and its answers written by AWS's own serialisation
/// library. A handler that does not come back in time is interrupted and abandoned, and the next
/// invocation loads the jar anew.
@NullMarked
package dev.millrace.triggers.function.jar;

import org.jspecify.annotations.NullMarked;
