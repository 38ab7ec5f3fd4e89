package dev.millrace.model.response;

import dev.millrace.model.transfer.ImportDescription;

/// The answer to ImportTable and DescribeImport.
public record ImportTableResponse(ImportDescription description) {}
