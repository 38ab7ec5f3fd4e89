package dev.millrace.testkit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.reference.ReferenceDatabase;

import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class OperationGeneratorTest {
    private static final long SEED = 11;
    private static final int OPERATIONS = 3000;

    @Test
    void sameSeedMakesTheSameOperations() {
        assertThat(OperationText.format(operations()))
                .isEqualTo(OperationText.format(operations()));
    }

    @Test
    void itemsHaveValuesOfAllTypes() {
        Set<AttributeValue.Type> types = EnumSet.noneOf(AttributeValue.Type.class);
        for (DatabaseOperation operation : operations()) {
            if (operation instanceof DatabaseOperation.Put put) {
                put.item().attributes().values().forEach(value -> types.add(value.type()));
            }
        }
        assertThat(types)
                .as("seed %d", SEED)
                .containsExactlyInAnyOrder(AttributeValue.Type.values());
    }

    @Test
    void mostOperationsSucceedAndEveryErrorIsFrequent() {
        ReferenceDatabase database = new ReferenceDatabase();
        Map<ApiError, Integer> failures = new EnumMap<>(ApiError.class);
        for (DatabaseOperation operation : operations()) {
            if (database.apply(operation) instanceof Outcome.Failure(var error, _, _, _)) {
                failures.merge(error, 1, Integer::sum);
            }
        }
        // Those of operations on the past, of which there are few.
        failures.remove(ApiError.TABLE_NOT_FOUND);
        failures.remove(ApiError.POINT_IN_TIME_RECOVERY_UNAVAILABLE);
        failures.remove(ApiError.INVALID_RESTORE_TIME);
        assertThat(failures.values().stream().mapToInt(count -> count).sum())
                .as("seed %d: %s", SEED, failures)
                .isLessThan(OPERATIONS / 2);
        assertThat(failures)
                .containsOnlyKeys(
                        ApiError.VALIDATION,
                        ApiError.CONDITIONAL_CHECK_FAILED,
                        ApiError.DUPLICATE_ITEM,
                        ApiError.RESOURCE_NOT_FOUND,
                        ApiError.RESOURCE_IN_USE,
                        ApiError.TRANSACTION_CANCELED)
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(10));
    }

    @Test
    void writesThatChangeNothingAreFrequent() {
        ReferenceDatabase database = new ReferenceDatabase();
        int unchanged = 0;
        for (DatabaseOperation operation : operations()) {
            Map<String, Object> before = contents(database);
            Outcome outcome = database.apply(operation);
            boolean isWrite =
                    operation instanceof DatabaseOperation.Put
                            || operation instanceof DatabaseOperation.Update;
            boolean isDone = outcome instanceof Outcome.Success;
            if (isWrite && isDone && before.equals(contents(database))) {
                unchanged++;
            }
        }
        assertThat(unchanged).as("seed %d", SEED).isGreaterThan(OPERATIONS / 100);
    }

    private static Map<String, Object> contents(ReferenceDatabase database) {
        Map<String, Object> contents = new HashMap<>();
        database.tableNames().forEach(name -> contents.put(name, database.items(name)));
        return contents;
    }

    private static List<DatabaseOperation> operations() {
        return new OperationGenerator(SEED).operations(OPERATIONS);
    }
}
