package dev.millrace.transfer.export;

import dev.millrace.engine.operation.BeginExport;
import dev.millrace.engine.operation.EndExport;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.ReadPast;
import dev.millrace.transfer.job.JobDocuments;

/// What exports ask of the engine.
public record ExportEngine(
        Operation<BeginExport.Request, BeginExport.Response> beginExport,
        Operation<ReadPast.Request, ReadPast.Response> readPast,
        Operation<EndExport.Request, EndExport.Response> endExport,
        JobDocuments documents) {}
