/// A naive database of DynamoDB tables and streams, written from the API's description alone and
/// for obviousness: a sorted map for each table, a list for each stream, every rule spelled out
/// where it applies. It is the oracle of the model tests, so it knows nothing of the engine, its
/// store, its expression parser or its size calculation; it shares only the value types.
@NullMarked
package dev.millrace.testkit.reference;

import org.jspecify.annotations.NullMarked;
