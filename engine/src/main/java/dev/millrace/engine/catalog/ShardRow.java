package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;

/// The stored form of a shard (docs/keyspace.md, "Shard").
final class ShardRow {
    private static final int STREAM_ID = 1;
    private static final int NUMBER = 2;
    private static final int SHARD_ID = 3;
    private static final int PARENT_SHARD_ID = 4;
    private static final int FIRST_HASH = 5;
    private static final int GENERATION = 6;
    private static final int STARTING_POSITION = 7;
    private static final int ENDING_POSITION = 8;
    private static final int FIRST_POSITION = 9;
    private static final int CLOSED_POSITION = 40;

    private ShardRow() {}

    static byte[] encode(Shard shard) {
        FieldWriter row =
                new FieldWriter()
                        .number(STREAM_ID, shard.streamId())
                        .number(NUMBER, shard.number())
                        .text(SHARD_ID, shard.shardId())
                        .text(PARENT_SHARD_ID, shard.parentShardId())
                        .number(FIRST_HASH, shard.firstHash())
                        .number(GENERATION, shard.generation())
                        .number(STARTING_POSITION, shard.startingPosition());
        return row.numberOrNone(FIRST_POSITION, shard.firstPosition())
                .numberOrNone(ENDING_POSITION, shard.endingPosition())
                .numberOrNone(CLOSED_POSITION, shard.closedPosition())
                .toByteArray();
    }

    static Shard decode(byte[] bytes) {
        FieldReader row = new FieldReader(bytes);
        Long ending = row.numberOrNull(ENDING_POSITION);
        Long closed = row.numberOrNull(CLOSED_POSITION);
        return new Shard(
                (int) row.number(STREAM_ID),
                (int) row.number(NUMBER),
                row.text(SHARD_ID),
                row.textOrNull(PARENT_SHARD_ID),
                row.number(FIRST_HASH),
                (int) row.number(GENERATION),
                row.number(STARTING_POSITION),
                row.numberOrNull(FIRST_POSITION),
                ending,
                // Rows written before shards rolled over do not tell; the end is the best guess.
                closed == null ? ending : closed);
    }
}
