package dev.millrace.model.response;

/// The answer to ImportTable and DescribeImport.
public record ImportTableResponse(ImportDescription description) {}
