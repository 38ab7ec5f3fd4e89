package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What records show under each of the four view types.
final class StreamViewTypesTest extends ClientTest {
    private static final Set<StreamViewType> WITH_NEW_IMAGE =
            Set.of(StreamViewType.NEW_IMAGE, StreamViewType.NEW_AND_OLD_IMAGES);
    private static final Set<StreamViewType> WITH_OLD_IMAGE =
            Set.of(StreamViewType.OLD_IMAGE, StreamViewType.NEW_AND_OLD_IMAGES);
    private static final Map<String, AttributeValue> RED =
            Items.with(Items.key("a"), "color", Items.s("red"));
    private static final Map<String, AttributeValue> BLUE =
            Items.with(Items.key("a"), "color", Items.s("blue"));

    StreamViewTypesTest(Storage storage) {
        super(storage);
    }

    @ParameterizedTest
    @EnumSource(
            value = StreamViewType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "UNKNOWN_TO_SDK_VERSION")
    void everyChangeIsOneRecordWithKeys(StreamViewType viewType) {
        List<Record> records = historyOfOneItem(viewType);

        assertThat(records)
                .extracting(Record::eventName)
                .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
        assertThat(records)
                .allSatisfy(
                        record -> assertThat(record.dynamodb().keys()).isEqualTo(Items.key("a")))
                .allSatisfy(record ->
                        assertThat(record.dynamodb().streamViewType()).isEqualTo(viewType));
    }

    @ParameterizedTest
    @EnumSource(
            value = StreamViewType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "UNKNOWN_TO_SDK_VERSION")
    void newImagesAreShownIfTheViewTypeSaysSo(StreamViewType viewType) {
        List<StreamRecord> records = changes(viewType);

        if (WITH_NEW_IMAGE.contains(viewType)) {
            assertThat(records.get(0).newImage()).isEqualTo(RED);
            assertThat(records.get(1).newImage()).isEqualTo(BLUE);
            assertThat(records.get(2).hasNewImage()).isFalse();
        } else {
            assertThat(records).noneMatch(StreamRecord::hasNewImage);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StreamViewType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "UNKNOWN_TO_SDK_VERSION")
    void oldImagesAreShownIfTheViewTypeSaysSo(StreamViewType viewType) {
        List<StreamRecord> records = changes(viewType);

        if (WITH_OLD_IMAGE.contains(viewType)) {
            assertThat(records.get(0).hasOldImage()).isFalse();
            assertThat(records.get(1).oldImage()).isEqualTo(RED);
            assertThat(records.get(2).oldImage()).isEqualTo(BLUE);
        } else {
            assertThat(records).noneMatch(StreamRecord::hasOldImage);
        }
    }

    private List<StreamRecord> changes(StreamViewType viewType) {
        return historyOfOneItem(viewType).stream().map(Record::dynamodb).toList();
    }

    private List<Record> historyOfOneItem(StreamViewType viewType) {
        String table = newTableWithStream(viewType);
        tables().putItem(request -> request.tableName(table).item(RED));
        tables().putItem(request -> request.tableName(table).item(BLUE));
        tables().deleteItem(request -> request.tableName(table).key(Items.key("a")));
        return latestStream(table).records();
    }
}
