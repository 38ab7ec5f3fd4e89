package dev.millrace.engine.item;

import dev.millrace.engine.catalog.TimeToLive;
import dev.millrace.engine.keyspace.ExpiryKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// The rows of the expiry index: one for each item that has a moment to expire at, whether that
/// moment is to come or long gone.
public final class ExpiryRows {
    /// Stands for no second at which an item expires.
    public static final long NEVER = -1;

    private static final BigDecimal SECOND_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final byte[] NOTHING = {};

    private ExpiryRows() {}

    /// The second since 1970 at which an item expires by `attributeName`, or [#NEVER]: only a
    /// number says one, and it counts without its fraction.
    public static long secondOf(@Nullable Item item, String attributeName) {
        if (item == null || !(item.get(attributeName) instanceof AttributeValue.N(var number))) {
            return NEVER;
        }
        BigDecimal second = number.number();
        return second.signum() < 0 || second.compareTo(SECOND_MAX) > 0 ? NEVER : second.longValue();
    }

    /// Adds to `batch` what a change of an item means for the index of its table.
    static void write(ItemChange change, TimeToLive timeToLive, WriteBatch batch) {
        long before = secondOf(change.before(), timeToLive.attributeName());
        long after = secondOf(change.after(), timeToLive.attributeName());
        if (before == after) {
            return;
        }
        byte[] rowKey = change.rowKey().bytes();
        if (before != NEVER) {
            batch.delete(Keyspace.EXPIRY, ExpiryKeys.key(rowKey, before));
        }
        if (after != NEVER) {
            batch.put(Keyspace.EXPIRY, ExpiryKeys.key(rowKey, after), NOTHING);
        }
    }

    /// Adds to `batch` what a change of an item means for the expiry index, if its table has one.
    public static void write(ItemChange change, WriteBatch batch) {
        TimeToLive timeToLive = change.table().timeToLive();
        if (timeToLive != null) {
            write(change, timeToLive, batch);
        }
    }
}
