package dev.millrace.model.value;

/// DynamoDB's size of items and values in bytes, as billing, limits and `SizeBytes` count it
/// (dynamodb-api reference, section 6.1), worked out on the canonical bytes.
final class ItemSize {
    private static final int CONTAINER_BYTES = 3;
    private static final int ELEMENT_BYTES = 1;

    private ItemSize() {}

    static int ofItem(byte[] bytes) {
        ItemReader reader = new ItemReader(bytes);
        int size = 0;
        for (int left = reader.readCount(); left > 0; left--) {
            size += text(reader) + value(reader);
        }
        return size;
    }

    static int ofValue(byte[] bytes) {
        return value(new ItemReader(bytes));
    }

    private static int value(ItemReader reader) {
        byte code = reader.readCode();
        return switch (code) {
            case ValueCode.STRING, ValueCode.BINARY -> text(reader);
            case ValueCode.NUMBER -> number(reader);
            case ValueCode.TRUE, ValueCode.FALSE, ValueCode.NULL -> 1;
            case ValueCode.STRING_SET, ValueCode.BINARY_SET -> members(reader);
            case ValueCode.NUMBER_SET -> numbers(reader);
            case ValueCode.LIST -> elements(reader);
            case ValueCode.MAP -> entries(reader);
            default -> throw CorruptItemException.unknownCode(code);
        };
    }

    private static int text(ItemReader reader) {
        int length = reader.readLength();
        reader.skip(length);
        return length;
    }

    private static int members(ItemReader reader) {
        int size = 0;
        for (int left = reader.readCount(); left > 0; left--) {
            size += text(reader);
        }
        return size;
    }

    private static int numbers(ItemReader reader) {
        int size = 0;
        for (int left = reader.readCount(); left > 0; left--) {
            size += number(reader);
        }
        return size;
    }

    private static int elements(ItemReader reader) {
        int size = CONTAINER_BYTES;
        for (int left = reader.readCount(); left > 0; left--) {
            size += ELEMENT_BYTES + value(reader);
        }
        return size;
    }

    private static int entries(ItemReader reader) {
        int size = CONTAINER_BYTES;
        for (int left = reader.readCount(); left > 0; left--) {
            size += ELEMENT_BYTES + text(reader) + value(reader);
        }
        return size;
    }

    // One byte, half a byte for each significant digit before and after the point, one more for a
    // minus sign.
    private static int number(ItemReader reader) {
        int length = reader.readNumberLength();
        int start = reader.position();
        reader.skip(length);
        return number(reader.array(), start, start + length);
    }

    private static int number(byte[] digits, int start, int end) {
        boolean negative = digits[start] == '-';
        int first = negative ? start + 1 : start;
        int point = indexOfPoint(digits, first, end);
        int whole = point - first;
        int fraction = Math.max(0, end - point - 1);
        if (fraction == 0) {
            whole -= trailingZeros(digits, first, point);
        } else if (digits[first] == '0') {
            whole = 0;
            fraction -= leadingZeros(digits, point + 1, end);
        }
        return 1 + (whole + 1) / 2 + (fraction + 1) / 2 + (negative ? 1 : 0);
    }

    private static int indexOfPoint(byte[] digits, int first, int end) {
        int point = first;
        while (point < end && digits[point] != '.') {
            point++;
        }
        return point;
    }

    private static int trailingZeros(byte[] digits, int first, int end) {
        int zeros = 0;
        while (end - zeros > first && digits[end - zeros - 1] == '0') {
            zeros++;
        }
        return zeros;
    }

    private static int leadingZeros(byte[] digits, int first, int end) {
        int zeros = 0;
        while (first + zeros < end && digits[first + zeros] == '0') {
            zeros++;
        }
        return zeros;
    }
}
