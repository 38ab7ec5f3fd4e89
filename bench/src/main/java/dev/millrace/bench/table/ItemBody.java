package dev.millrace.bench.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// The body of a request with one item or several, all of an exact size: written once, then only
/// keys and payloads are changed where they stand.
///
/// An item is `{"id":…,"payload":…}`, in a sorted table `{"id":…,"n":…,"payload":…}`; `id` is
/// twelve digits, `n` three.
public final class ItemBody {
    /// How many items share a partition key in a sorted table, at most.
    public static final int ITEMS_A_KEY = 100;

    private static final int KEY_BYTES = 12;
    private static final int SORT_KEY_BYTES = 3;
    private static final int PAYLOAD_NAME_BYTES = "payload".length();

    private final byte[] bytes;
    private final int[] keyAt;
    private final int[] sortKeyAt;
    private final int[] payloadAt;
    private final int payloadBytes;

    /// What stands around items.
    ///
    /// @param start before the first item
    /// @param before before each item
    /// @param after behind each item
    /// @param end behind the last item
    public record Frame(String start, String before, String after, String end) {}

    /// @param isSorted whether items have a sort key
    /// @param itemBytes the size of an item as DynamoDB counts it
    public ItemBody(Frame frame, int count, boolean isSorted, int itemBytes) {
        keyAt = new int[count];
        sortKeyAt = new int[isSorted ? count : 0];
        payloadAt = new int[count];
        payloadBytes = itemBytes - itemBytesMin(isSorted) + 1;
        StringBuilder text = new StringBuilder(frame.start());
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(frame.before());
            appendItem(text, i, isSorted);
            text.append(frame.after());
        }
        bytes = text.append(frame.end()).toString().getBytes(US_ASCII);
    }

    /// The size of the smallest item, whose payload is one byte.
    public static int itemBytesMin(boolean isSorted) {
        int sort = isSorted ? "n".length() + SORT_KEY_BYTES : 0;
        return "id".length() + KEY_BYTES + sort + PAYLOAD_NAME_BYTES + 1;
    }

    /// The text of a key, always of the same length.
    public static String key(long key) {
        return padded(key, KEY_BYTES);
    }

    /// Sets one of the items.
    ///
    /// @param key the partition key
    /// @param cut what the payload follows from
    public void set(int item, long key, int cut) {
        digits(key, keyAt[item], KEY_BYTES);
        Payload.write(cut, bytes, payloadAt[item], payloadBytes);
    }

    /// Sets one of the items of a sorted table.
    public void set(int item, long key, int sortKey, int cut) {
        set(item, key, cut);
        digits(sortKey, sortKeyAt[item], SORT_KEY_BYTES);
    }

    /// The body; valid until something is set.
    public byte[] bytes() {
        return bytes;
    }

    private void appendItem(StringBuilder text, int item, boolean isSorted) {
        text.append("{\"id\":{\"S\":\"");
        keyAt[item] = text.length();
        text.append(padded(0, KEY_BYTES)).append("\"}");
        if (isSorted) {
            text.append(",\"n\":{\"S\":\"");
            sortKeyAt[item] = text.length();
            text.append(padded(0, SORT_KEY_BYTES)).append("\"}");
        }
        text.append(",\"payload\":{\"S\":\"");
        payloadAt[item] = text.length();
        text.append("x".repeat(payloadBytes)).append("\"}}");
    }

    private void digits(long number, int at, int count) {
        long rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static String padded(long number, int chars) {
        String digits = Long.toString(number);
        return "0".repeat(chars - digits.length()) + digits;
    }
}
