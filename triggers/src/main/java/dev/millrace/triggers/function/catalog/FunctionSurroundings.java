package dev.millrace.triggers.function.catalog;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.ReadDocumentsResponse;
import dev.millrace.model.response.WriteDocumentsResponse;
import dev.millrace.triggers.function.code.CodeStore;
import dev.millrace.triggers.function.instance.InstancePool;
import dev.millrace.triggers.function.log.FunctionLogs;
import dev.millrace.triggers.function.process.LocalRuntimes;
import dev.millrace.triggers.function.process.ProcessLauncher;
import dev.millrace.triggers.mapping.LambdaNames;

import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Everything that the catalog of functions needs from the process around it.
///
/// @param clock the engine's own
/// @param newId makes ids that nothing else has
/// @param isTaken whether a name is that of a function from elsewhere
public record FunctionSurroundings(
        Operation<ReadDocumentsRequest, ReadDocumentsResponse> readDocuments,
        Operation<WriteDocumentsRequest, WriteDocumentsResponse> writeDocuments,
        LambdaNames names,
        CodeStore code,
        LocalRuntimes runtimes,
        ProcessLauncher launcher,
        InstancePool pool,
        FunctionLogs logs,
        InstantSource clock,
        Supplier<String> newId,
        Predicate<String> isTaken) {}
