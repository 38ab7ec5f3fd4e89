package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.RecordingStore;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.request.BatchExecuteStatementRequest;
import dev.millrace.model.request.BatchStatement;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.response.BatchExecuteStatementResponse;
import dev.millrace.model.response.BatchStatementResponse;
import dev.millrace.store.Durability;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.memory.InMemoryStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

@Timeout(60)
class BatchExecuteStatementTest {
    private static final int STATEMENTS = 25;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_NANOS = 1_000_000;

    private final SlowStore store = new SlowStore();
    private final EngineFixture fixture = new EngineFixture(store);

    @BeforeEach
    void createTable() {
        fixture.createTable("t", null);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void writesOfABatchWaitForTheDiskTogether() {
        store.fixture = fixture;
        int before = store.batches().size();
        BatchExecuteStatementResponse response = execute(inserts());

        assertThat(response.responses()).hasSize(STATEMENTS).allMatch(each -> each.error() == null);
        // The first may go alone; all others are in line by then.
        assertThat(store.batches().size() - before).isEqualTo(2);
    }

    @Test
    void answersHaveTheOrderOfTheStatementsWhateverBecameOfThem() {
        fixture.put("t", "3", "there");
        List<String> statements = new ArrayList<>(inserts());
        statements.set(5, "DELETE FROM \"t\" WHERE pk = 'none'");
        statements.set(7, "no statement");
        List<BatchStatementResponse> responses = execute(statements).responses();

        for (int i = 0; i < STATEMENTS; i++) {
            var error = responses.get(i).error();
            assertThat(error == null ? null : error.code())
                    .as("statement %d", i)
                    .isEqualTo(i == 3 ? "DuplicateItem" : i == 7 ? "ValidationError" : null);
        }
        assertThat(Objects.requireNonNull(fixture.get("t", "3")).get("v"))
                .isEqualTo(EngineFixture.text("there"));
        assertThat(fixture.get("t", "24")).isNotNull();
    }

    private BatchExecuteStatementResponse execute(List<String> statements) {
        return fixture.engine()
                .statements()
                .batchExecuteStatement()
                .execute(
                        new BatchExecuteStatementRequest(
                                statements.stream().map(BatchExecuteStatementTest::of).toList(),
                                ReturnConsumedCapacity.NONE));
    }

    private static List<String> inserts() {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < STATEMENTS; i++) {
            statements.add("INSERT INTO \"t\" VALUE {'pk': '" + i + "'}");
        }
        return statements;
    }

    private static BatchStatement of(String text) {
        return new BatchStatement(
                text, List.of(), false, ReturnValuesOnConditionCheckFailure.NONE, null);
    }

    /// A store whose next write lasts until the rest of a batch is in line behind it.
    private static final class SlowStore extends RecordingStore {
        private volatile @Nullable EngineFixture fixture;

        SlowStore() {
            super(new InMemoryStore(Keyspace.families()));
        }

        @Override
        public void write(WriteBatch batch, Durability durability) {
            EngineFixture waiting = fixture;
            if (waiting != null) {
                fixture = null;
                awaitLine(waiting, STATEMENTS - 1);
            }
            super.write(batch, durability);
        }

        private static void awaitLine(EngineFixture fixture, int length) {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (fixture.engine().inside().queue().size() < length && System.nanoTime() < end) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
