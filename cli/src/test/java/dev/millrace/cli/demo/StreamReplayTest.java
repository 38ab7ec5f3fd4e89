package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

import java.util.Map;

class StreamReplayTest {

    private static final Shard PARENT = Shard.builder().shardId("parent").build();
    private static final Shard CHILD =
            Shard.builder().shardId("child").parentShardId("parent").build();
    private static final Shard OTHER = Shard.builder().shardId("other").build();

    private final Differences differences = new Differences();
    private final StreamReplay replay = new StreamReplay(differences);

    @Test
    void recordsAddUpToItems() {
        replay.apply(PARENT, inserted("a", "10", "1"));
        replay.apply(PARENT, inserted("b", "11", "1"));
        replay.apply(PARENT, modified("a", "12", "1", "2"));
        replay.apply(PARENT, removed("b", "13", "1"));
        assertThat(replay.items()).isEqualTo(Map.of("a", ItemImage.of(item("a", "2"))));
        assertThat(replay.changes()).isEqualTo(new ChangeCounts(2, 1, 1));
        assertThat(differences.shown()).isEmpty();
    }

    @Test
    void oldImageThatIsNotWhatTheRecordsLeftIsNoticed() {
        replay.apply(PARENT, inserted("a", "10", "1"));
        replay.apply(PARENT, modified("a", "11", "2", "3"));
        assertThat(differences.shown()).singleElement().asString().contains("says that a was");
    }

    @Test
    void insertionOfWhatIsThereIsNoticed() {
        replay.apply(PARENT, inserted("a", "10", "1"));
        replay.apply(PARENT, inserted("a", "11", "1"));
        assertThat(differences.count()).isEqualTo(1);
    }

    @Test
    void removalOfWhatIsMissingIsNoticed() {
        replay.apply(PARENT, removed("a", "10", "1"));
        assertThat(differences.shown()).singleElement().asString().endsWith("leave missing");
    }

    @Test
    void nameThatDoesNotFitTheImagesIsNoticed() {
        replay.apply(PARENT, record("a", "10", OperationType.MODIFY, null, "1"));
        assertThat(differences.shown()).singleElement().asString().contains("named MODIFY");
    }

    @Test
    void sequenceNumberThatDoesNotGrowIsNoticed() {
        replay.apply(PARENT, inserted("a", "10", "1"));
        replay.apply(PARENT, inserted("b", "10", "1"));
        assertThat(differences.shown()).singleElement().asString().contains("numbered 10");
    }

    @Test
    void sequenceNumbersAreComparedAsNumbers() {
        replay.apply(PARENT, inserted("a", "9", "1"));
        replay.apply(PARENT, inserted("b", "10", "1"));
        assertThat(differences.count()).isZero();
    }

    @Test
    void childGoesOnWithItsParentsNumbers() {
        replay.apply(PARENT, inserted("a", "10", "1"));
        replay.apply(CHILD, inserted("b", "9", "1"));
        assertThat(differences.count()).isEqualTo(1);
    }

    @Test
    void shardsThatAreNotRelatedAreNotCompared() {
        replay.apply(PARENT, inserted("a", "10", "1"));
        replay.apply(OTHER, inserted("b", "9", "1"));
        assertThat(differences.count()).isZero();
    }

    private static Record inserted(String path, String number, String mode) {
        return record(path, number, OperationType.INSERT, null, mode);
    }

    private static Record modified(String path, String number, String before, String after) {
        return record(path, number, OperationType.MODIFY, before, after);
    }

    private static Record removed(String path, String number, String before) {
        return record(path, number, OperationType.REMOVE, before, null);
    }

    private static Record record(
            String path,
            String number,
            OperationType name,
            @Nullable String before,
            @Nullable String after) {
        StreamRecord.Builder change =
                StreamRecord.builder()
                        .keys(Map.of("path", AttributeValue.fromS(path)))
                        .sequenceNumber(number);
        if (before != null) {
            change.oldImage(item(path, before));
        }
        if (after != null) {
            change.newImage(item(path, after));
        }
        return Record.builder().eventName(name).dynamodb(change.build()).build();
    }

    private static Map<String, AttributeValue> item(String path, String mode) {
        return Map.of("path", AttributeValue.fromS(path), "mode", AttributeValue.fromS(mode));
    }
}
