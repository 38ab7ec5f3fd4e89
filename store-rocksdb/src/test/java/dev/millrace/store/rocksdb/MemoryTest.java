package dev.millrace.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.store.Durability;
import dev.millrace.store.StoreMemory;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.contract.StoreSubject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

final class MemoryTest {
    private static final long MEBIBYTE = 1 << 20;
    private static final int VALUE_BYTES = 64 << 10;
    private static final int VALUES = 640;

    @TempDir private Path directory;

    @Test
    void whatIsMoreThanTheWriteBuffersBecomesFiles() {
        assertThat(filesAfterWriting(16 * MEBIBYTE)).isPositive();
    }

    @Test
    void whatFitsIntoTheWriteBuffersStaysInMemory() {
        assertThat(filesAfterWriting(256 * MEBIBYTE)).isZero();
    }

    // 40 MB are written.
    private long filesAfterWriting(long writeBufferBytes) {
        StoreMemory memory = new StoreMemory(MEBIBYTE, writeBufferBytes);
        Random random = new Random(1);
        try (RocksDbStore store = RocksDbStore.open(directory, StoreSubject.FAMILIES, memory)) {
            for (int i = 0; i < VALUES; i++) {
                byte[] value = new byte[VALUE_BYTES];
                random.nextBytes(value);
                WriteBatch batch = new WriteBatch();
                batch.put(StoreSubject.ROWS, ByteBuffer.allocate(4).putInt(i).array(), value);
                store.write(batch, Durability.RELAXED);
            }
            File[] files = directory.toFile().listFiles();
            assertThat(files).isNotNull();
            return Arrays.stream(files).filter(file -> file.getName().endsWith(".sst")).count();
        }
    }
}
