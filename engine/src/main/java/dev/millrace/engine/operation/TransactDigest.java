package dev.millrace.engine.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.TransactStatement;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The SHA-256 of a transaction's actions as they mean, not as they were written: the order of map
/// entries and set members, the form of numbers and white space do not count; all else does.
final class TransactDigest {
    private static final int ABSENT = -1;

    private final MessageDigest digest;

    private TransactDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    static Binary of(List<TransactWrite> actions) {
        TransactDigest made = new TransactDigest();
        actions.forEach(made::add);
        return Binary.of(made.digest.digest());
    }

    /// The digest of statements, whose texts count as they are.
    static Binary ofStatements(List<TransactStatement> statements) {
        TransactDigest made = new TransactDigest();
        for (TransactStatement statement : statements) {
            made.add('S', parameters(statement.parameters()), statement.statement());
            made.add(statement.returnValuesOnConditionCheckFailure().name());
        }
        return Binary.of(made.digest.digest());
    }

    private static Item parameters(List<AttributeValue> parameters) {
        return Item.of(Map.of("?", new AttributeValue.L(parameters)));
    }

    private void add(TransactWrite action) {
        switch (action) {
            case TransactWrite.Put put -> add('P', put.item(), null);
            case TransactWrite.Update update -> add('U', update.key(), update.updateExpression());
            case TransactWrite.Delete delete -> add('D', delete.key(), null);
            case TransactWrite.ConditionCheck check -> add('C', check.key(), null);
        }
        add(action.tableName());
        add(action.conditionExpression());
        add(action.returnValuesOnConditionCheckFailure().name());
        add(action.expressionAttributes());
    }

    private void add(char kind, Item item, @Nullable String expression) {
        number(kind);
        add(item.bytes());
        add(expression);
    }

    private void add(ExpressionAttributes placeholders) {
        Map<String, String> names = placeholders.names();
        number(names == null ? ABSENT : names.size());
        if (names != null) {
            new TreeMap<>(names)
                    .forEach((placeholder, name) -> {
                        add(placeholder);
                        add(name);
                    });
        }
        add(placeholders.values() == null ? null : Item.of(placeholders.values()).bytes());
    }

    private void add(@Nullable String text) {
        add(text == null ? null : text.getBytes(UTF_8));
    }

    private void add(byte @Nullable [] bytes) {
        number(bytes == null ? ABSENT : bytes.length);
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    private void number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
