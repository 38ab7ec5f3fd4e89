package dev.millrace.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.engine.catalog.TablePast;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.token.RequestTokens;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.TableStatus;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.Store;
import dev.millrace.store.StoreFullException;
import dev.millrace.store.memory.InMemoryStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

class SequencerTest {
    static final Table TABLE =
            new Table(
                    1,
                    "t",
                    "uuid",
                    TableStatus.ACTIVE,
                    Instant.EPOCH,
                    new KeySchema(new KeyAttribute("pk", ScalarType.S), null),
                    List.of(),
                    BillingMode.PAY_PER_REQUEST,
                    new ProvisionedThroughput(0, 0),
                    List.of(0L),
                    null,
                    TableSettings.initial(
                            BillingMode.PAY_PER_REQUEST, new ProvisionedThroughput(0, 0)),
                    Map.of(),
                    null,
                    TableIndexes.NONE,
                    TablePast.NONE);
    static final PrimaryKey KEY = new PrimaryKey(new AttributeValue.S("k"), null);
    static final RowKey ROW = RowKey.of(1, KEY);
    private static final int LARGE_ITEMS = 30;

    private final RecordingLog log = new RecordingLog();
    private final Sequencer sequencer = sequencer();

    /// A log that keeps what is appended, waits at a gate, and can be told to fail. It does not
    /// apply anything.
    private static final class RecordingLog implements CommitLog {
        private final List<List<Commit>> appended = new CopyOnWriteArrayList<>();
        private final Semaphore gate = new Semaphore(1_000);
        private final CountDownLatch reached = new CountDownLatch(1);
        private volatile @Nullable RuntimeException failure;

        @Override
        public void append(List<Commit> commits) {
            reached.countDown();
            gate.acquireUninterruptibly();
            if (failure != null) {
                throw failure;
            }
            appended.add(List.copyOf(commits));
        }

        @Override
        public void recover() {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private Sequencer sequencer() {
        CatalogState state = CatalogState.EMPTY.with(List.of(new CatalogChange.PutTable(TABLE)));
        Store store = new InMemoryStore(Keyspace.families());
        Sequencer made =
                new Sequencer(
                        log,
                        new Catalog(state),
                        new ItemRows(store),
                        new RequestTokens(store),
                        new HybridClock(() -> Instant.EPOCH, 0),
                        Thread.ofPlatform().factory(),
                        QueueBounds.BY_NUMBER,
                        () -> 0);
        made.start();
        return made;
    }

    @AfterEach
    void stop() {
        log.gate.release(1_000);
        sequencer.close();
    }

    @Test
    void commandsThatQueueWhileOneIsMadeDurableShareOneAppend() throws Exception {
        log.gate.drainPermits();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        answers.add(submitLater(this::increment));
        log.reached.await();
        for (int i = 0; i < 10; i++) {
            CountDownLatch started = new CountDownLatch(1);
            answers.add(
                    submitLater(() -> {
                        started.countDown();
                        return increment();
                    }));
            started.await();
        }
        log.gate.release(1_000);
        answers.forEach(CompletableFuture::join);
        assertThat(log.appended.stream().mapToInt(List::size).sum()).isEqualTo(11);
        assertThat(log.appended.getFirst()).hasSize(1);
    }

    @Test
    void aCommandSeesWhatEarlierOnesOfItsGroupWrote() {
        int last =
                sequencer.submit(
                        (ItemCommand<Integer>)
                                items -> {
                                    incrementIn(items);
                                    return incrementIn(items);
                                });
        assertThat(last).isEqualTo(2);
    }

    @Test
    void aRefusedCommandLeavesNothing() {
        assertThatThrownBy(() ->
                        sequencer.submit(
                                (ItemCommand<Integer>)
                                        items -> {
                                            incrementIn(items);
                                            throw ApiException.validation("refused");
                                        }))
                .isInstanceOf(ApiException.class)
                .hasMessage("refused");
        assertThat(log.appended).isEmpty();
    }

    @Test
    void noAnswerLeavesBeforeItsGroupIsDurable() throws Exception {
        log.gate.drainPermits();
        CompletableFuture<Integer> answer = submitLater(this::increment);
        log.reached.await();
        assertThat(answer).isNotDone();
        log.gate.release(1_000);
        assertThat(answer.join()).isEqualTo(1);
    }

    @Test
    void afterTheLogFailedForAFaultOfOursEverythingFailsUntilTheNextStart() {
        log.failure = new IllegalStateException("bug");
        assertThatThrownBy(this::increment).hasRootCauseMessage("bug");
        log.failure = null;
        assertThatThrownBy(this::increment).isInstanceOf(LogUnavailableException.class);
        assertThat(sequencer.health().state())
                .isEqualTo(
                        new LogState.ReadOnly(
                                "the server failed and has to be started again:"
                                        + " java.lang.IllegalStateException: bug",
                                true));
        assertThat(log.appended).isEmpty();
    }

    @Test
    void afterTheStorageFailedWritesAreRefusedUntilTheLogHasRecovered() {
        log.failure = new StoreFullException("no room", null);
        assertThatThrownBy(this::increment).isInstanceOf(LogUnavailableException.class);
        sequencer.recover();
        assertThatThrownBy(this::increment).isInstanceOf(LogUnavailableException.class);
        log.failure = null;
        assertThatThrownBy(this::increment).isInstanceOf(LogUnavailableException.class);
        sequencer.recover();
        assertThat(increment()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeMadeReadyFailsAloneAndTheLogGoesOn() {
        log.failure = new NotAppendedException(new IllegalStateException("one"));
        assertThatThrownBy(this::increment).hasRootCauseMessage("one");
        log.failure = null;
        assertThat(increment()).isEqualTo(1);
    }

    @Test
    void damageEndsWritingUntilTheNextStart() {
        log.failure = new DamagedStoreException("block");
        assertThatThrownBy(this::increment).isInstanceOf(LogUnavailableException.class);
        assertThat(sequencer.health().state())
                .isInstanceOfSatisfying(
                        LogState.ReadOnly.class,
                        state -> assertThat(state.needsRestart()).isTrue());
    }

    @Test
    void aClosedSequencerRefuses() {
        increment();
        sequencer.close();
        assertThatThrownBy(this::increment).isInstanceOf(SequencerStoppedException.class);
    }

    @Test
    void writingWhatIsThereCommitsNothing() {
        sequencer.submit(
                (ItemCommand<Integer>)
                        items -> {
                            Item item = item(1);
                            items.set(TABLE, KEY, ROW, item, item);
                            return 0;
                        });
        assertThat(log.appended).isEmpty();
    }

    @Test
    void groupOfLargeItemsIsAppendedInParts() throws Exception {
        log.gate.drainPermits();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        answers.add(submitLater(this::increment));
        log.reached.await();
        for (int i = 0; i < LARGE_ITEMS; i++) {
            String key = "large-" + i;
            answers.add(submitLater(() -> putLarge(key)));
        }
        while (sequencer.queue().size() < LARGE_ITEMS) {
            Thread.onSpinWait();
        }
        log.gate.release(1_000);
        answers.forEach(CompletableFuture::join);

        assertThat(log.appended.stream().map(List::size)).containsExactly(1, 21, 9);
    }

    private int putLarge(String text) {
        PrimaryKey key = new PrimaryKey(new AttributeValue.S(text), null);
        Item item =
                Item.of(
                        Map.of(
                                "pk",
                                key.partition(),
                                "large",
                                new AttributeValue.S("x".repeat(400_000))));
        return sequencer.submit(
                (ItemCommand<Integer>)
                        items -> {
                            items.set(TABLE, key, RowKey.of(1, key), null, item);
                            return 1;
                        });
    }

    private int increment() {
        return sequencer.submit((ItemCommand<Integer>) SequencerTest::incrementIn);
    }

    private static CompletableFuture<Integer> submitLater(Supplier<Integer> work) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private static int incrementIn(ItemEvaluation items) {
        Item before = items.current(ROW);
        int count = before == null ? 0 : count(before);
        items.set(TABLE, KEY, ROW, before, item(count + 1));
        return count + 1;
    }

    private static int count(Item item) {
        return switch (item.get("n")) {
            case AttributeValue.N(Decimal number) -> number.number().intValueExact();
            case null, default -> throw new IllegalStateException("no count");
        };
    }

    private static Item item(int count) {
        return Item.of(Map.of("pk", KEY.partition(), "n", new AttributeValue.N(Decimal.of(count))));
    }
}
