package dev.millrace.server;

import dev.millrace.engine.Engine;
import dev.millrace.engine.operation.DescribeEndpoints;
import dev.millrace.server.dispatch.Endpoint;
import dev.millrace.server.dispatch.EndpointTable;
import dev.millrace.wire.item.BatchGetItemCodec;
import dev.millrace.wire.item.BatchWriteItemCodec;
import dev.millrace.wire.item.DeleteItemCodec;
import dev.millrace.wire.item.GetItemCodec;
import dev.millrace.wire.item.PutItemCodec;
import dev.millrace.wire.item.QueryCodec;
import dev.millrace.wire.item.ScanCodec;
import dev.millrace.wire.item.TransactGetItemsCodec;
import dev.millrace.wire.item.TransactWriteItemsCodec;
import dev.millrace.wire.item.UpdateItemCodec;
import dev.millrace.wire.resource.DeleteResourcePolicyCodec;
import dev.millrace.wire.resource.DescribeEndpointsCodec;
import dev.millrace.wire.resource.DescribeLimitsCodec;
import dev.millrace.wire.resource.GetResourcePolicyCodec;
import dev.millrace.wire.resource.ListTagsOfResourceCodec;
import dev.millrace.wire.resource.PutResourcePolicyCodec;
import dev.millrace.wire.resource.TagResourceCodec;
import dev.millrace.wire.resource.UntagResourceCodec;
import dev.millrace.wire.stream.DescribeStreamCodec;
import dev.millrace.wire.stream.GetRecordsCodec;
import dev.millrace.wire.stream.GetShardIteratorCodec;
import dev.millrace.wire.stream.ListStreamsCodec;
import dev.millrace.wire.stream.WaitHeader;
import dev.millrace.wire.table.CreateTableCodec;
import dev.millrace.wire.table.DeleteTableCodec;
import dev.millrace.wire.table.DescribeTableCodec;
import dev.millrace.wire.table.ListTablesCodec;
import dev.millrace.wire.table.UpdateTableCodec;

import java.util.List;

/// Every operation of an engine with its wire form: what a server offers.
final class EngineEndpoints {

    private EngineEndpoints() {}

    /// @param address host and port that clients reach the tables by
    static EndpointTable of(Engine engine, String address) {
        return new EndpointTable(
                List.of(
                        new Endpoint<>(new PutItemCodec(), engine.putItem()),
                        new Endpoint<>(new GetItemCodec(), engine.getItem()),
                        new Endpoint<>(new UpdateItemCodec(), engine.updateItem()),
                        new Endpoint<>(new DeleteItemCodec(), engine.deleteItem()),
                        new Endpoint<>(new BatchWriteItemCodec(), engine.batchWriteItem()),
                        new Endpoint<>(new BatchGetItemCodec(), engine.batchGetItem()),
                        new Endpoint<>(new QueryCodec(), engine.query()),
                        new Endpoint<>(new ScanCodec(), engine.scan()),
                        new Endpoint<>(new TransactWriteItemsCodec(), engine.transactWriteItems()),
                        new Endpoint<>(new TransactGetItemsCodec(), engine.transactGetItems()),
                        new Endpoint<>(new CreateTableCodec(), engine.createTable()),
                        new Endpoint<>(new DescribeTableCodec(), engine.describeTable()),
                        new Endpoint<>(new ListTablesCodec(), engine.listTables()),
                        new Endpoint<>(new UpdateTableCodec(), engine.updateTable()),
                        new Endpoint<>(new DeleteTableCodec(), engine.deleteTable()),
                        new Endpoint<>(new TagResourceCodec(), engine.resources().tagResource()),
                        new Endpoint<>(
                                new UntagResourceCodec(), engine.resources().untagResource()),
                        new Endpoint<>(
                                new ListTagsOfResourceCodec(),
                                engine.resources().listTagsOfResource()),
                        new Endpoint<>(
                                new PutResourcePolicyCodec(),
                                engine.resources().putResourcePolicy()),
                        new Endpoint<>(
                                new GetResourcePolicyCodec(),
                                engine.resources().getResourcePolicy()),
                        new Endpoint<>(
                                new DeleteResourcePolicyCodec(),
                                engine.resources().deleteResourcePolicy()),
                        new Endpoint<>(new DescribeLimitsCodec(), engine.describeLimits()),
                        new Endpoint<>(
                                new DescribeEndpointsCodec(), new DescribeEndpoints(address)),
                        new Endpoint<>(new ListStreamsCodec(), engine.listStreams()),
                        new Endpoint<>(new DescribeStreamCodec(), engine.describeStream()),
                        new Endpoint<>(new GetShardIteratorCodec(), engine.getShardIterator()),
                        new Endpoint<>(
                                new GetRecordsCodec(), engine.getRecords(), WaitHeader::apply)));
    }
}
