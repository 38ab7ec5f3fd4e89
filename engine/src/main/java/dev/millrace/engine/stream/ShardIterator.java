package dev.millrace.engine.stream;

/// A position in one shard. Survives restarts: it names a sequence position, never an offset.
///
/// @param streamArn the stream it was given out for
/// @param position records with a greater position come next
/// @param issuedMillis when it was given out; it lives for [ShardIterators#LIFETIME]
/// @param nonce makes each one given out distinct
/// @param reader the nonce of the first iterator of the line that this one continues
public record ShardIterator(
        String streamArn,
        int shardNumber,
        long position,
        long issuedMillis,
        int nonce,
        int reader) {}
