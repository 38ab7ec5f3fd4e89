package dev.millrace.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Comparator;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.Operand;
import dev.millrace.testkit.expression.SetValue;
import dev.millrace.testkit.expression.UpdateAction;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.operation.Result;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class ReferenceDatabaseTest {
    private static final DocumentPath LIST = DocumentPath.of("l1");
    private static final Item KEY = Item.of(Map.of("Id", number(101)));

    private final ReferenceDatabase database = new ReferenceDatabase();

    @BeforeEach
    void createTable() {
        database.apply(
                new DatabaseOperation.CreateTable(
                        "messages",
                        new KeySchema(new KeyAttribute("Id", ScalarType.N), null),
                        BillingMode.PAY_PER_REQUEST,
                        StreamViewType.NEW_AND_OLD_IMAGES,
                        List.of()));
    }

    // Source: streams-api reference, section 10, the samples.
    @Test
    void streamRecordsTellTheirSizes() {
        put(Map.of("Message", new AttributeValue.S("New item!")));
        put(Map.of("Message", new AttributeValue.S("This item has changed")));
        database.apply(
                new DatabaseOperation.Delete("messages", KEY, null, ReturnValues.NONE, false));
        assertThat(records())
                .extracting(ExpectedRecord::eventName, ExpectedRecord::sizeBytes)
                .containsExactly(
                        tuple(EventName.INSERT, 26L),
                        tuple(EventName.MODIFY, 59L),
                        tuple(EventName.REMOVE, 38L));
    }

    @Test
    void equalPutMakesNoRecord() {
        put(Map.of("n1", new AttributeValue.N(Decimal.parse("1"))));
        put(Map.of("n1", new AttributeValue.N(Decimal.parse("1.0"))));
        assertThat(records()).hasSize(1);
    }

    @Test
    void updateWithoutActionsCreatesTheItem() {
        update();
        assertThat(database.items("messages")).containsExactly(KEY);
    }

    @Test
    void updateThatOnlyRemovesCreatesNothing() {
        update(new UpdateAction.Remove(DocumentPath.of("m1").child("x1")));
        assertThat(database.items("messages")).isEmpty();
    }

    @Test
    void listIndexesMeanTheListBeforeTheUpdate() {
        putList(1, 2, 3, 4);
        update(new UpdateAction.Remove(LIST.at(1)), set(LIST.at(3), number(9)));
        assertThat(list()).isEqualTo(list(1, 3, 9));
    }

    @Test
    void valuesPastTheEndAreAppendedInTheOrderOfTheirIndexes() {
        putList(1);
        update(set(LIST.at(9), number(3)), set(LIST.at(5), number(2)));
        assertThat(list()).isEqualTo(list(1, 2, 3));
    }

    @Test
    void setThatLosesItsLastMemberVanishes() {
        AttributeValue members = AttributeValue.SS.of(List.of("a"));
        put(Map.of("ss1", members));
        update(new UpdateAction.Delete(DocumentPath.of("ss1"), members));
        assertThat(database.items("messages")).containsExactly(KEY);
    }

    @Test
    void overlappingPathsAreRefused() {
        assertThat(update(set(LIST, list(1)), new UpdateAction.Remove(LIST.at(0).child("x1"))))
                .isEqualTo(failure(ApiError.VALIDATION));
    }

    @Test
    void sumOfMoreThanThirtyEightDigitsIsRefused() {
        put(Map.of("n1", new AttributeValue.N(Decimal.parse("1E125"))));
        assertThat(update(new UpdateAction.Add(DocumentPath.of("n1"), number(1))))
                .isEqualTo(failure(ApiError.VALIDATION));
    }

    @Test
    void notEqualHoldsForAMissingAttribute() {
        assertThat(holds(new Condition.Comparison(stored("n1"), Comparator.NOT_EQUAL, one())))
                .isTrue();
    }

    @Test
    void lessDoesNotHoldForAMissingAttribute() {
        assertThat(holds(new Condition.Comparison(stored("n1"), Comparator.LESS, one()))).isFalse();
    }

    @Test
    void keyOfAMissingItemDoesNotExist() {
        assertThat(holds(new Condition.Exists(DocumentPath.of("Id")))).isFalse();
    }

    @Test
    void projectedListElementsCloseUp() {
        putList(1, 2, 3, 4);
        assertThat(
                        database.apply(
                                new DatabaseOperation.Get(
                                        "messages", KEY, List.of(LIST.at(3), LIST.at(0)))))
                .isEqualTo(
                        new Outcome.Success(new Result.Found(Item.of(Map.of("l1", list(1, 4))))));
    }

    @Test
    void streamsOfADeletedTableStayClosed() {
        put(Map.of());
        database.apply(new DatabaseOperation.DeleteTable("messages"));
        assertThat(database.streamsOf("messages").getFirst().itemsAtEnd()).containsExactly(KEY);
    }

    private Outcome update(UpdateAction... actions) {
        return database.apply(
                new DatabaseOperation.Update(
                        "messages", KEY, List.of(actions), null, ReturnValues.NONE, false));
    }

    private void put(Map<String, AttributeValue> attributes) {
        put(attributes, null);
    }

    private Outcome put(Map<String, AttributeValue> attributes, @Nullable Condition condition) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.putAll(KEY.attributes());
        return database.apply(
                new DatabaseOperation.Put(
                        "messages", Item.of(item), condition, ReturnValues.NONE, false));
    }

    private boolean holds(Condition condition) {
        return put(Map.of(), condition) instanceof Outcome.Success;
    }

    private void putList(int... numbers) {
        put(Map.of("l1", list(numbers)));
    }

    private @Nullable AttributeValue list() {
        return database.items("messages").getFirst().get("l1");
    }

    private List<ExpectedRecord> records() {
        return database.streamsOf("messages").getFirst().records();
    }

    private static AttributeValue list(int... numbers) {
        return new AttributeValue.L(
                Arrays.stream(numbers).mapToObj(ReferenceDatabaseTest::number).toList());
    }

    private static UpdateAction set(DocumentPath path, AttributeValue value) {
        return new UpdateAction.Set(path, new SetValue.Literal(value));
    }

    private static Outcome failure(ApiError error) {
        return new Outcome.Failure(error, null, "");
    }

    private static Operand stored(String name) {
        return new Operand.Stored(DocumentPath.of(name));
    }

    private static Operand one() {
        return new Operand.Literal(number(1));
    }

    private static AttributeValue number(long value) {
        return new AttributeValue.N(Decimal.of(value));
    }
}
