/// What proves that the whole keeps its promises: the rules of the house, the golden scripts of the
/// wire, real clients, and servers that are killed under load. There are only tests here.
@NullMarked
package dev.millrace.conformance;

import org.jspecify.annotations.NullMarked;
