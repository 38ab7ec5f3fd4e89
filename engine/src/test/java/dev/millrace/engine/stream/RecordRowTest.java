package dev.millrace.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

class RecordRowTest {
    private static final Item KEYS = Item.of(Map.of("pk", new AttributeValue.S("a")));
    private static final Item IMAGE =
            Item.of(Map.of("pk", new AttributeValue.S("a"), "v", new AttributeValue.Null()));

    @Test
    void decodingGivesWhatWasEncoded() {
        for (EventName event : EventName.values()) {
            RecordRow row = new RecordRow(event, false, 12, KEYS, IMAGE, KEYS);
            assertThat(RecordRow.decode(row.encode())).isEqualTo(row);
        }
    }

    @Test
    void imagesMayBeAbsent() {
        RecordRow row = new RecordRow(EventName.REMOVE, true, 3, KEYS, null, null);
        assertThat(RecordRow.decode(row.encode())).isEqualTo(row);
    }

    @Test
    void cutRowsAreFoundCorrupt() {
        byte[] row = new RecordRow(EventName.MODIFY, false, 12, KEYS, IMAGE, IMAGE).encode();
        for (int length = 0; length < row.length; length++) {
            byte[] cut = Arrays.copyOf(row, length);
            assertThatThrownBy(() -> RecordRow.decode(cut)).isInstanceOf(CorruptRowException.class);
        }
    }
}
