package dev.millrace.triggers.run;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.request.GrantTokenRequest;
import dev.millrace.model.request.LatestSequenceNumberRequest;
import dev.millrace.model.request.MeasureLagRequest;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.RevokeTokensRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.DescribeStreamResponse;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.response.GetShardIteratorResponse;
import dev.millrace.model.response.GrantTokenResponse;
import dev.millrace.model.response.LatestSequenceNumberResponse;
import dev.millrace.model.response.MeasureLagResponse;
import dev.millrace.model.response.ReadDocumentsResponse;
import dev.millrace.model.response.RevokeTokensResponse;
import dev.millrace.model.response.WriteDocumentsResponse;

/// The operations of the engine that triggers live by: everything that they read and write.
public record StreamOperations(
        Operation<DescribeStreamRequest, DescribeStreamResponse> describeStream,
        Operation<GetShardIteratorRequest, GetShardIteratorResponse> getShardIterator,
        Operation<GetRecordsRequest, GetRecordsResponse> getRecords,
        Operation<LatestSequenceNumberRequest, LatestSequenceNumberResponse> latestSequenceNumber,
        Operation<ReadDocumentsRequest, ReadDocumentsResponse> readDocuments,
        Operation<WriteDocumentsRequest, WriteDocumentsResponse> writeDocuments,
        Operation<GrantTokenRequest, GrantTokenResponse> grantToken,
        Operation<RevokeTokensRequest, RevokeTokensResponse> revokeTokens,
        Operation<MeasureLagRequest, MeasureLagResponse> measureLag) {}
