package dev.millrace.store.rocksdb;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/// A RocksDB iterator that knows its bounds, so that it never walks over deleted keys beyond them.
///
/// The options and the slices of the bounds belong to the cursor, since the native iterator points
/// into them.
final class RocksDbCursor implements Cursor, OpenResources.Resource {

    private enum Position {
        BEFORE_FIRST,
        ON_PAIR,
        AFTER_LAST
    }

    private final Gate gate = new Gate("cursor");
    private final OpenResources resources;
    private final Damage damage;
    private final Direction direction;
    private final @Nullable Slice lowerBound;
    private final @Nullable Slice upperBound;
    private final ReadOptions options;
    private final RocksIterator iterator;
    private Position position;

    /// A cursor that owns `options` from now on. The caller sees to it that the database stays open
    /// meanwhile.
    RocksDbCursor(
            Database database,
            ColumnFamilyHandle family,
            KeyRange range,
            Direction direction,
            ReadOptions options,
            OpenResources resources,
            Damage damage) {
        this.resources = resources;
        this.damage = damage;
        this.direction = direction;
        this.options = options;
        this.lowerBound = range.from().length == 0 ? null : new Slice(range.from());
        this.upperBound = range.isUnbounded() ? null : new Slice(range.to());
        if (lowerBound != null) {
            options.setIterateLowerBound(lowerBound);
        }
        if (upperBound != null) {
            options.setIterateUpperBound(upperBound);
        }
        this.iterator = database.rocks.newIterator(family, options);
        this.position = range.isEmpty() ? Position.AFTER_LAST : Position.BEFORE_FIRST;
        resources.add(this);
    }

    @Override
    public boolean next() {
        long pass = gate.enter();
        try {
            return advance();
        } catch (RocksDBException failure) {
            throw damage.noted(Failure.of("the scan failed", failure));
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public byte[] key() {
        long pass = gate.enter();
        try {
            requirePair();
            return iterator.key();
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public byte[] value() {
        long pass = gate.enter();
        try {
            requirePair();
            return iterator.value();
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public void close() {
        gate.close(this::free);
    }

    private boolean advance() throws RocksDBException {
        switch (position) {
            case BEFORE_FIRST -> seek();
            case ON_PAIR -> step();
            case AFTER_LAST -> {
                return false;
            }
        }
        boolean isOnPair = iterator.isValid();
        position = isOnPair ? Position.ON_PAIR : Position.AFTER_LAST;
        if (!isOnPair) {
            // An iterator that failed looks as if it had come to the end.
            iterator.status();
        }
        return isOnPair;
    }

    // RocksDB takes the bounds for the first and the last key.
    private void seek() {
        switch (direction) {
            case ASCENDING -> iterator.seekToFirst();
            case DESCENDING -> iterator.seekToLast();
        }
    }

    private void step() {
        switch (direction) {
            case ASCENDING -> iterator.next();
            case DESCENDING -> iterator.prev();
        }
    }

    private void requirePair() {
        if (position != Position.ON_PAIR) {
            throw new IllegalStateException("the cursor stands on no pair");
        }
    }

    private void free() {
        iterator.close();
        options.close();
        if (lowerBound != null) {
            lowerBound.close();
        }
        if (upperBound != null) {
            upperBound.close();
        }
        resources.remove(this);
    }
}
