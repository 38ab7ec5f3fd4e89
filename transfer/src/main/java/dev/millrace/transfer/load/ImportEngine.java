package dev.millrace.transfer.load;

import dev.millrace.engine.operation.BeginImport;
import dev.millrace.engine.operation.EndImport;
import dev.millrace.engine.operation.ImportItems;
import dev.millrace.engine.operation.Operation;
import dev.millrace.transfer.job.JobDocuments;

/// What imports ask of the engine.
public record ImportEngine(
        Operation<BeginImport.Request, BeginImport.Response> beginImport,
        Operation<ImportItems.Request, ImportItems.Response> importItems,
        Operation<EndImport.Request, EndImport.Response> endImport,
        JobDocuments documents) {}
