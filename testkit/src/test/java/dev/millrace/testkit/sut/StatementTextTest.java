package dev.millrace.testkit.sut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.KeyCondition;
import dev.millrace.testkit.expression.UpdateAction;
import dev.millrace.testkit.operation.DatabaseOperation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class StatementTextTest {
    private static final AttributeValue SET = AttributeValue.SS.of(List.of("it's"));
    private static final Item KEY = Item.of(Map.of("i\"d", new AttributeValue.S("k")));

    @Test
    void valuesAreLiteralsWhereTheyCanBe() {
        AttributeValue list =
                new AttributeValue.L(
                        List.of(
                                new AttributeValue.N(Decimal.parse("-1.5")),
                                new AttributeValue.Bool(true),
                                new AttributeValue.M(Map.of("n", new AttributeValue.Null())),
                                SET));
        assertThat(text(put(list), true, null).text())
                .isEqualTo("INSERT INTO \"t\" VALUE {'a': [-1.5, true, {'n': NULL}, <<'it''s'>>]}");
    }

    @Test
    void binaryValuesAreParameters() {
        AttributeValue list =
                new AttributeValue.L(List.of(new AttributeValue.B(Binary.of(new byte[1]))));
        StatementText.WithParameters statement = text(put(list), true, null);
        assertThat(statement.text()).isEqualTo("INSERT INTO \"t\" VALUE {'a': ?}");
        assertThat(statement.parameters()).containsExactly(list);
    }

    @Test
    void changesOfSetsAreFunctions() {
        DocumentPath path = DocumentPath.of("s").child("m").at(2);
        StatementText.WithParameters statement =
                text(
                        new DatabaseOperation.Update(
                                "t",
                                KEY,
                                List.of(
                                        new UpdateAction.Add(path, SET),
                                        new UpdateAction.Remove(DocumentPath.of("r"))),
                                new Condition.Exists(path),
                                ReturnValues.UPDATED_NEW,
                                false),
                        false,
                        null);
        assertThat(statement.text())
                .isEqualTo(
                        "UPDATE \"t\" SET \"s\".\"m\"[2] = set_add(\"s\".\"m\"[2], ?) REMOVE \"r\""
                                + " WHERE \"i\"\"d\" = ? AND (attribute_exists(\"s\".\"m\"[2]))"
                                + " RETURNING MODIFIED NEW *");
        assertThat(statement.parameters()).containsExactly(SET, new AttributeValue.S("k"));
    }

    @Test
    void queryOfAnIndexIsOrdered() {
        assertThat(
                        text(
                                        new DatabaseOperation.Query(
                                                "t",
                                                new KeyCondition("p", SET, null),
                                                null,
                                                List.of(DocumentPath.of("a")),
                                                null,
                                                false,
                                                false,
                                                "i"),
                                        false,
                                        "s")
                                .text())
                .isEqualTo("SELECT \"a\" FROM \"t\".\"i\" WHERE \"p\" = ? ORDER BY \"s\" DESC");
    }

    private static DatabaseOperation put(AttributeValue value) {
        return new DatabaseOperation.Put(
                "t", Item.of(Map.of("a", value)), null, ReturnValues.NONE, false);
    }

    private static StatementText.WithParameters text(
            DatabaseOperation plain, boolean literal, @Nullable String orderBy) {
        return StatementText.of(new DatabaseOperation.Statement(plain, literal, orderBy));
    }
}
