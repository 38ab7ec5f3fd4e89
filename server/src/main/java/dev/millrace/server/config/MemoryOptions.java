package dev.millrace.server.config;

import dev.millrace.store.StoreMemory;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How much memory a server takes up beside what every Java program does; null for what suits the
/// machine or container.
///
/// @param answerMegabytes the most memory of all answers together, in the heap; by default a
///   quarter of it
/// @param cacheMegabytes what the store keeps of what it has read, outside of the heap; by default
///   an eighth of the machine's memory, from 16 to 1,024
/// @param writeBufferMegabytes what the store has not yet written to files, outside of the heap; by
///   default a sixteenth of the machine's memory, from 16 to 256
public record MemoryOptions(
        @Nullable Integer answerMegabytes,
        @Nullable Integer cacheMegabytes,
        @Nullable Integer writeBufferMegabytes) {
    private static final long MEBIBYTE = 1 << 20;

    static final Option<Integer> ANSWER_MEMORY =
            new Option<>(
                    "answer-memory",
                    "MEGABYTES",
                    "Memory for all answers together; a quarter of the heap unless given.",
                    null,
                    "a number from 16 to 1000000",
                    Values::memory);

    static final Option<Integer> CACHE_MEMORY =
            new Option<>(
                    "cache-memory",
                    "MEGABYTES",
                    "Memory for what was read; an eighth of the machine's unless given.",
                    null,
                    "a number from 16 to 1000000",
                    Values::memory);

    static final Option<Integer> WRITE_MEMORY =
            new Option<>(
                    "write-memory",
                    "MEGABYTES",
                    "Memory for what is not in files yet; a sixteenth of the machine's unless"
                            + " given.",
                    null,
                    "a number from 16 to 1000000",
                    Values::memory);

    /// The options in the order in which the help shows them.
    static final List<Option<?>> ALL = List.of(ANSWER_MEMORY, CACHE_MEMORY, WRITE_MEMORY);

    /// What suits the machine.
    public static final MemoryOptions DEFAULT = new MemoryOptions(null, null, null);

    /// The options in `settings`.
    static MemoryOptions of(Settings settings) {
        return new MemoryOptions(
                settings.find(ANSWER_MEMORY),
                settings.find(CACHE_MEMORY),
                settings.find(WRITE_MEMORY));
    }

    /// The most bytes of all answers together, in a heap of so many.
    public long answerBytes(long heapBytesMax) {
        return answerMegabytes == null ? heapBytesMax / 4 : answerMegabytes * MEBIBYTE;
    }

    /// What the store may take up, on a machine that `usual` suits.
    public StoreMemory ofStore(StoreMemory usual) {
        return new StoreMemory(
                cacheMegabytes == null ? usual.cacheBytes() : cacheMegabytes * MEBIBYTE,
                writeBufferMegabytes == null
                        ? usual.writeBufferBytes()
                        : writeBufferMegabytes * MEBIBYTE);
    }
}
