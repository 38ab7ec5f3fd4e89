package dev.millrace.triggers.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;

/// A function that fails in every way there is, by chance, and recovers; with a token it counts
/// each record in a table, sometimes too late.
final class SimulatedFunction {
    /// The key whose records always fail.
    static final int POISON = 5;

    private static final Pattern NUMBER = Pattern.compile("\"v\":\\{\"N\":\"(\\d+)\"");
    private static final Pattern PLACE = Pattern.compile("\"SequenceNumber\":\"(\\d+)\"");

    private final SimulatedWorld world;
    private final SimulatedLedger ledger;
    private final Random random;
    private final List<Late> late = new ArrayList<>();
    private final StringBuilder trace = new StringBuilder();
    private boolean calm;

    /// A transaction that was not carried out while its invocation lasted.
    private record Late(String token, List<Integer> numbers) {}

    SimulatedFunction(SimulatedWorld world, SimulatedLedger ledger, Random random) {
        this.world = world;
        this.ledger = ledger;
        this.random = random;
    }

    /// From now on only what is poisoned fails.
    void calmDown() {
        calm = true;
    }

    /// All that happened, in order.
    String trace() {
        return trace.toString();
    }

    Outcome invoke(Invocation invocation, boolean reportsItemFailures) {
        String event = new String(invocation.payload().bytes(), UTF_8);
        List<Integer> numbers = numbers(event);
        ledger.sent(numbers);
        trace.append(world.now()).append(numbers).append('\n');
        String context = invocation.clientContext();
        boolean poisoned = numbers.stream().anyMatch(each -> ledger.keyOf(each) == POISON);
        return context == null
                ? plain(event, numbers, poisoned, reportsItemFailures)
                : once(EffectCounts.token(invocation), numbers, poisoned);
    }

    /// Tries one of the transactions that come too late: it must be refused.
    void comeLate() {
        if (late.isEmpty()) {
            return;
        }
        Late each = late.remove(random.nextInt(late.size()));
        assertThatThrownBy(() -> count(each.token(), each.numbers()))
                .as("%s: late with %s", ledger.seed(), each.numbers())
                .extracting(thrown -> ((ApiException) thrown).error())
                .isEqualTo(ApiError.IDEMPOTENT_PARAMETER_MISMATCH);
    }

    private Outcome plain(
            String event, List<Integer> numbers, boolean poisoned, boolean reportsItemFailures) {
        int chance = calm ? 9 : random.nextInt(7);
        if (poisoned || chance == 0) {
            return failed();
        }
        if (chance == 1) {
            return new Outcome.NotReady("busy");
        }
        if (chance == 2 && reportsItemFailures) {
            return partial(event, numbers);
        }
        ledger.accountFor(numbers);
        return answered("");
    }

    private Outcome partial(String event, List<Integer> numbers) {
        int index = random.nextInt(numbers.size());
        ledger.accountFor(numbers.subList(0, index));
        List<String> places = PLACE.matcher(event).results().map(match -> match.group(1)).toList();
        return answered(
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + places.get(index) + "\"}]}");
    }

    private Outcome once(String token, List<Integer> numbers, boolean poisoned) {
        int chance = calm ? 9 : random.nextInt(9);
        if (poisoned || chance < 2) {
            late.add(new Late(token, numbers));
            return chance == 1 ? new Outcome.NotReady("no answer") : failed();
        }
        count(token, numbers);
        ledger.accountFor(numbers);
        return switch (chance) {
            case 2 -> failed();
            case 3 -> new Outcome.NotReady("the connection broke");
            case 4 -> {
                count(token, numbers);
                yield answered("");
            }
            default -> answered("");
        };
    }

    private void count(String token, List<Integer> numbers) {
        world.engine()
                .transactWriteItems()
                .execute(
                        new TransactWriteItemsRequest(
                                numbers.stream().map(SimulatedFunction::increment).toList(),
                                token,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    private static TransactWrite increment(int number) {
        return new TransactWrite.Update(
                "counts",
                key(number),
                "ADD n :one",
                null,
                new ExpressionAttributes(null, Map.of(":one", new AttributeValue.N(Decimal.of(1)))),
                ReturnValuesOnConditionCheckFailure.NONE);
    }

    /// How often a record was counted.
    int countOf(int number) {
        Item item =
                world.engine()
                        .getItem()
                        .execute(
                                new GetItemRequest(
                                        "counts",
                                        key(number),
                                        true,
                                        null,
                                        ExpressionAttributes.NONE,
                                        ReturnConsumedCapacity.NONE))
                        .item();
        return switch (item == null ? null : item.get("n")) {
            case AttributeValue.N(Decimal count) -> count.number().intValueExact();
            case null, default -> 0;
        };
    }

    /// The numbers in an event or in a record of one.
    static List<Integer> numbers(String json) {
        return NUMBER.matcher(json)
                .results()
                .map(match -> Integer.parseInt(Objects.requireNonNull(match.group(1))))
                .toList();
    }

    private static Item key(int number) {
        return Item.of(Map.of("pk", new AttributeValue.S("n" + number)));
    }

    private static Outcome failed() {
        return new Outcome.Failed(FunctionError.unhandled("chance"));
    }

    private static Outcome answered(String body) {
        return new Outcome.Answered(Binary.of(body.getBytes(UTF_8)));
    }
}
