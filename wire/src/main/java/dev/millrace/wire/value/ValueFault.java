package dev.millrace.wire.value;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.shape.Echo;
import dev.millrace.wire.shape.Violations;

import java.util.function.UnaryOperator;

/// What is wrong with an attribute value, in the words of each [ValueLayer].
///
/// @param text what is wrong, as the present layers tell it
/// @param older what is wrong, as the older layer tells it
/// @param isCounted whether writes of one item count the fault in front of the text (dynamodb-api
///   reference, section 13.2, envelope rule)
/// @param rank which fault of one item is told: the first of those with the highest rank
record ValueFault(String text, String older, boolean isCounted, Rank rank) {
    private static final String INVALID = "One or more parameter values were invalid: ";

    /// The order in which the parts of an item are looked at (public capture, 9 October 2026).
    enum Rank {
        NESTED_NAME,
        VALUE,
        NAME
    }

    static final ValueFault EMPTY =
            bare(
                    "Supplied AttributeValue is empty, must contain exactly one of the supported"
                            + " datatypes");
    static final ValueFault SEVERAL_TYPES =
            bare(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly"
                            + " one of the supported datatypes");
    static final ValueFault NULL_FALSE =
            counted(INVALID + "Null attribute value types must have the value of true");
    static final ValueFault EMPTY_STRING_SET = counted(INVALID + "An string set  may not be empty");
    static final ValueFault EMPTY_NUMBER_SET = counted(INVALID + "An number set  may not be empty");
    static final ValueFault EMPTY_BINARY_SET = counted(INVALID + "Binary sets should not be empty");
    static final ValueFault NULL_STRING =
            bare(INVALID + "An string set may not have a null string as a member");
    static final ValueFault NULL_NUMBER =
            bare(INVALID + "An number set may not have a null as a member");
    static final ValueFault NULL_BINARY =
            bare(INVALID + "Binary sets may not contain null or empty values");
    static final ValueFault TOO_DEEP =
            counted(
                    "Nesting Levels have exceeded supported limits: Attributes in the item have"
                            + " nested levels beyond supported limit");
    static final ValueFault EMPTY_NAME = ofName("Empty attribute name", Rank.NAME);
    static final ValueFault EMPTY_NESTED_NAME = ofName("Empty attribute name", Rank.NESTED_NAME);
    static final ValueFault LONG_NAME =
            ofName(
                    INVALID + "Attribute name must have a length of 1 to 65535 bytes",
                    Rank.NESTED_NAME);

    static ValueFault bare(String text) {
        return new ValueFault(text, text, false, Rank.VALUE);
    }

    /// A fault that both layers tell in the same words.
    static ValueFault counted(String text) {
        return counted(text, text);
    }

    static ValueFault counted(String text, String older) {
        return new ValueFault(text, older, true, Rank.VALUE);
    }

    /// A set that has a member twice.
    ///
    /// @param members the set as the present layers show it
    /// @param older the set as the older layer shows it
    /// @param after what follows the set
    static ValueFault duplicates(String members, String older, String after) {
        String before = INVALID + "Input collection [";
        return counted(
                before + Echo.of(members) + "]" + after, before + Echo.of(older) + "]" + after);
    }

    /// The fault as one of the value that `:placeholder` stands for.
    ValueFault ofPlaceholder(String placeholder) {
        return withOlder(fault ->
                "ExpressionAttributeValues contains invalid value: "
                        + fault
                        + " for key "
                        + Echo.of(placeholder));
    }

    /// The fault as one of an `ExclusiveStartKey`.
    ValueFault ofStartKey() {
        return withOlder(fault -> "The provided starting key is invalid: " + fault);
    }

    /// Whether this is to be told rather than what was found before it.
    boolean outranks(ValueFault found) {
        return rank.compareTo(found.rank) > 0;
    }

    ApiException toException(ValueLayer layer) {
        return ApiException.validation(
                switch (layer) {
                    case WRITE -> isCounted ? Violations.enveloped(text) : text;
                    case READ -> text;
                    case OLDER -> older;
                });
    }

    private static ValueFault ofName(String text, Rank rank) {
        return new ValueFault(text, text, false, rank);
    }

    private ValueFault withOlder(UnaryOperator<String> wording) {
        return new ValueFault(text, wording.apply(older), isCounted, rank);
    }
}
