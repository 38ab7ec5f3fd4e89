package dev.millrace.model.table;

/// A secondary index as DescribeTable shows it.
///
/// @param itemCount how many entries it holds
/// @param indexSizeBytes their size by DynamoDB's formula
public record IndexDescription(
        SecondaryIndex index, String indexArn, long itemCount, long indexSizeBytes) {}
