package dev.millrace.testkit;

import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.stream.StreamContent;

import java.util.List;

/// A database that a model test checks: empty when it is made, closed when the test is done.
public interface SystemUnderTest extends AutoCloseable {
    /// Does one operation to its end and tells what came of it.
    Outcome apply(DatabaseOperation operation);

    /// The streams that tables of this name have had, oldest first, each with all its records.
    List<StreamContent> streamsOf(String tableName);

    @Override
    default void close() {}
}
