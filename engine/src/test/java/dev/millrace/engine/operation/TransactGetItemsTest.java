package dev.millrace.engine.operation;

import static dev.millrace.engine.EngineFixture.text;
import static dev.millrace.engine.operation.Transactions.item;
import static dev.millrace.engine.operation.Transactions.key;
import static dev.millrace.engine.operation.Transactions.read;
import static dev.millrace.engine.operation.Transactions.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.millrace.engine.EngineFixture;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.TransactGet;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.ItemResponse;
import dev.millrace.model.response.TransactGetItemsResponse;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class TransactGetItemsTest {
    private static final int ACCOUNTS = 8;
    private static final int OPENING_BALANCE = 100;
    private static final int TRANSFERS = 60;
    private static final int TELLERS = 4;

    private final EngineFixture fixture = new EngineFixture();
    private final Transactions transactions = new Transactions(fixture);

    @BeforeEach
    void createTable() {
        fixture.createTable("t", null);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void responsesStandInTheOrderOfTheReads() {
        fixture.put("t", "a", "1");
        fixture.put("t", "b", "2");

        assertThat(get(read("t", "b"), read("t", "nobody"), read("t", "a")).responses())
                .containsExactly(
                        new ItemResponse(item("b", "2")),
                        new ItemResponse(null),
                        new ItemResponse(item("a", "1")));
    }

    @Test
    void aProjectionThatKeepsNothingLeavesNoItem() {
        fixture.put("t", "a", "1");

        TransactGet projected = new TransactGet("t", key("a"), "w", ExpressionAttributes.NONE);

        assertThat(get(projected).responses()).containsExactly(new ItemResponse(null));
    }

    @Test
    void aMissingItemCostsTwoUnits() {
        fixture.put("t", "a", "x".repeat(4_096));

        assertThat(
                        transactions
                                .get(
                                        ReturnConsumedCapacity.INDEXES,
                                        read("t", "nobody"),
                                        read("t", "a"))
                                .consumedCapacity())
                .containsExactly(new ConsumedCapacity("t", 6, true, 6.0, null));
    }

    @Test
    void aKeyThatDoesNotFitCancels() {
        TransactGet misfit =
                new TransactGet(
                        "t", Item.of(Map.of("x", text("y"))), null, ExpressionAttributes.NONE);

        TransactionCanceledException cancelled =
                catchThrowableOfType(
                        TransactionCanceledException.class, () -> get(read("t", "a"), misfit));

        assertThat(Objects.requireNonNull(cancelled).reasons())
                .containsExactly(
                        new CancellationReason.None(),
                        new CancellationReason.ValidationError(
                                "The provided key element does not match the schema"));
    }

    @Test
    void oneItemCannotBeReadTwice() {
        assertThatThrownBy(() -> get(read("t", "a"), read("t", "a")))
                .hasMessage("Transaction request cannot include multiple operations on one item");
    }

    @Test
    void moreThanFourMegabytesAreRefused() {
        for (int i = 0; i < 11; i++) {
            fixture.put("t", "k" + i, "x".repeat(400_000));
        }
        TransactGet[] reads =
                IntStream.range(0, 11)
                        .mapToObj(i -> read("t", "k" + i))
                        .toArray(TransactGet[]::new);

        assertThatThrownBy(() -> get(reads)).hasMessageStartingWith("The aggregate size");
    }

    @Test
    void everyReadSeesTheSameTotalWhileMoneyMoves() {
        for (int i = 0; i < ACCOUNTS; i++) {
            fixture.put("t", account(i, OPENING_BALANCE));
        }
        List<CompletableFuture<Void>> tellers =
                IntStream.range(0, TELLERS)
                        .mapToObj(seed -> CompletableFuture.runAsync(() -> transfer(seed)))
                        .toList();
        CompletableFuture<?> closing =
                CompletableFuture.allOf(tellers.toArray(CompletableFuture[]::new));

        do {
            assertThat(total()).isEqualTo(ACCOUNTS * OPENING_BALANCE);
        } while (!closing.isDone());
        closing.join();
        assertThat(total()).isEqualTo(ACCOUNTS * OPENING_BALANCE);
    }

    private void transfer(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRANSFERS; i++) {
            int from = random.nextInt(ACCOUNTS);
            int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
            transactions.write(pay(from, -1), pay(to, 1));
        }
    }

    private static TransactWrite pay(int account, int amount) {
        return update(
                "t",
                "account" + account,
                "ADD balance :amount",
                Map.of(":amount", new AttributeValue.N(Decimal.of(amount))));
    }

    private int total() {
        TransactGet[] reads =
                IntStream.range(0, ACCOUNTS)
                        .mapToObj(i -> read("t", "account" + i))
                        .toArray(TransactGet[]::new);
        return get(reads).responses().stream().mapToInt(TransactGetItemsTest::balance).sum();
    }

    private static int balance(ItemResponse response) {
        return switch (Objects.requireNonNull(response.item()).get("balance")) {
            case AttributeValue.N(Decimal number) -> number.number().intValueExact();
            case null, default -> throw new IllegalStateException("no balance");
        };
    }

    private static Item account(int account, int balance) {
        return Item.of(
                Map.of(
                        "pk",
                        text("account" + account),
                        "balance",
                        new AttributeValue.N(Decimal.of(balance))));
    }

    private TransactGetItemsResponse get(TransactGet... reads) {
        return transactions.get(ReturnConsumedCapacity.NONE, reads);
    }
}
