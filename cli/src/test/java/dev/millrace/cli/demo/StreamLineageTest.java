package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;

/// Reading streams whose shards have been closed and continued. A child's sequence numbers must be
/// larger than its parent's, so reading it too early would be noticed.
class StreamLineageTest {

    private final Differences differences = new Differences();
    private final StreamReplay replay = new StreamReplay(differences);
    private ScriptedStream stream;
    private AwsClients clients;

    @BeforeEach
    void openStream() throws IOException {
        stream = new ScriptedStream();
        clients = AwsClients.of(stream.endpoint());
    }

    @AfterEach
    void closeStream() {
        clients.close();
        stream.close();
    }

    @Test
    void childrenAreReadAfterTheirParents() {
        stream.openShard("a", "b", "30", "31");
        stream.closedShard("b", "c", "20");
        stream.closedShard("c", "trimmed", "10", "11", "12");
        assertThat(read(6).shards()).isEqualTo(3);
        assertThat(differences.shown()).isEmpty();
    }

    @Test
    void emptyPagesOfAClosedShardAreSkipped() {
        stream.closedShard("a", "", "10", "", "", "11", "");
        assertThat(read(2).records()).isEqualTo(2);
    }

    @Test
    void openShardIsReadAgainUntilEverythingHasCome() {
        stream.openShard("a", "", "10", "", "", "11");
        assertThat(read(2).records()).isEqualTo(2);
    }

    @Test
    void moreRecordsThanExpectedAreReadToo() {
        stream.openShard("a", "", "10", "11", "12");
        assertThat(read(1).records()).isEqualTo(3);
    }

    @Test
    void childOfAShardThatIsStillOpenIsNotRead() {
        stream.openShard("a", "", "10");
        stream.openShard("b", "a", "11");
        assertThat(read(1).shards()).isEqualTo(1);
    }

    @Test
    void closedShardMayHaveManyEmptyPages() {
        String[] pages = new String[ShardReader.EMPTY_PAGES_MAX + 1];
        Arrays.fill(pages, "");
        pages[ShardReader.EMPTY_PAGES_MAX] = "10";
        stream.closedShard("a", "", pages);
        assertThat(read(1).records()).isEqualTo(1);
    }

    @Test
    void closedShardWithoutAnEndIsRefused() {
        String[] pages = new String[ShardReader.EMPTY_PAGES_MAX + 2];
        Arrays.fill(pages, "");
        stream.closedShard("a", "", pages);
        assertThatThrownBy(() -> read(1)).isInstanceOf(DemoException.class);
    }

    private ReadBack read(long recordsExpected) {
        Progress silent = new Progress(new PrintWriter(Writer.nullWriter()), false, () -> 0);
        return new StreamReader(
                        clients.streams(),
                        "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/s",
                        () -> {},
                        () -> 0,
                        silent)
                .readInto(replay, recordsExpected);
    }
}
