package dev.millrace.engine.operation;

import dev.millrace.expression.ast.ArithmeticOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.PathStep;
import dev.millrace.expression.ast.SetValue;
import dev.millrace.expression.ast.UpdateAction;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.model.value.Utf8;

import java.util.List;

/// The bytes that UpdateItem counts an `UpdateExpression` as, whatever item it meets.
///
/// AWS holds them to the limit of an item beside the item itself. The costs of paths, functions and
/// clauses were measured to the byte in eu-west-2 on 9 October 2026; the values that the request
/// gives count by the item size formula each time they are used, those that it reads from the item
/// count nothing.
final class UpdateCharge {
    private static final int UPDATE = 3;
    private static final int WRITING_CLAUSE = 19;
    private static final int CLEARING_CLAUSE = 1;
    private static final int TARGET_STEP = 4;
    private static final int PATH = 1;
    private static final int PATH_STEP = 14;
    private static final int PLUS = 34;
    private static final int MINUS = 37;
    private static final int LIST_APPEND = 37;
    private static final int IF_NOT_EXISTS = 39;

    private UpdateCharge() {}

    static long of(List<UpdateAction> actions) {
        long bytes = UPDATE;
        for (UpdateAction action : actions) {
            bytes += of(action);
        }
        return bytes;
    }

    private static long of(UpdateAction action) {
        long target = target(action.path());
        return switch (action) {
            case UpdateAction.Set(_, SetValue value) -> WRITING_CLAUSE + target + of(value);
            case UpdateAction.Add(_, AttributeValue value) ->
                    WRITING_CLAUSE + target + Item.sizeBytes(value);
            case UpdateAction.Remove _, UpdateAction.Delete _ -> CLEARING_CLAUSE + target;
        };
    }

    private static long of(SetValue value) {
        return switch (value) {
            case SetValue.Constant(AttributeValue constant) -> Item.sizeBytes(constant);
            case SetValue.Path(DocumentPath path) -> operand(path);
            case SetValue.Arithmetic(ArithmeticOperator operator, var left, var right) ->
                    (operator == ArithmeticOperator.PLUS ? PLUS : MINUS) + of(left) + of(right);
            case SetValue.IfNotExists(DocumentPath path, var fallback) ->
                    IF_NOT_EXISTS + operand(path) + of(fallback);
            case SetValue.ListAppend(var first, var second) -> LIST_APPEND + of(first) + of(second);
        };
    }

    private static long target(DocumentPath path) {
        return Utf8.length(path.attribute()) + steps(path.steps(), TARGET_STEP);
    }

    private static long operand(DocumentPath path) {
        return PATH + PATH_STEP + Utf8.length(path.attribute()) + steps(path.steps(), PATH_STEP);
    }

    private static long steps(List<PathStep> steps, int each) {
        long bytes = 0;
        for (PathStep step : steps) {
            bytes += each + length(step);
        }
        return bytes;
    }

    private static int length(PathStep step) {
        return switch (step) {
            case PathStep.Entry(String name) -> Utf8.length(name);
            case PathStep.Element(int index) -> digits(index);
        };
    }

    private static int digits(int index) {
        int digits = 1;
        for (int rest = index / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
