package dev.millrace.wire.value;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Reading;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Reads one set and what is wrong with it: no members, members that are no numbers, or the same
/// member twice.
final class SetReader {
    private final JsonInput input;
    private @Nullable ValueFault fault;

    SetReader(JsonInput input) {
        this.input = input;
    }

    @Nullable ValueFault fault() {
        return fault;
    }

    /// Reads a set of this type: `SS`, `NS` or `BS`.
    AttributeValue read(String type) {
        return switch (type) {
            case "SS" -> readTexts();
            case "NS" -> readNumbers();
            default -> readBinaries();
        };
    }

    static Binary binary(JsonInput input) {
        return Binary.of(input.binary());
    }

    private AttributeValue readTexts() {
        List<String> members = readMembers(JsonInput::text, ValueFault.NULL_STRING);
        if (members.isEmpty()) {
            note(ValueFault.EMPTY_STRING_SET);
        } else if (hasDuplicates(members)) {
            note(Duplicates.ofTexts(members));
        }
        return AttributeValue.SS.of(members);
    }

    private AttributeValue readNumbers() {
        List<Decimal> members =
                readMembers(
                        from -> NumberReader.read(from.text(), this::note), ValueFault.NULL_NUMBER);
        if (members.isEmpty()) {
            note(ValueFault.EMPTY_NUMBER_SET);
        } else if (hasDuplicates(members)) {
            note(Duplicates.OF_NUMBERS);
        }
        return AttributeValue.NS.of(members);
    }

    private AttributeValue readBinaries() {
        List<Binary> members = readMembers(SetReader::binary, ValueFault.NULL_BINARY);
        if (members.isEmpty()) {
            note(ValueFault.EMPTY_BINARY_SET);
        } else if (hasDuplicates(members)) {
            note(Duplicates.ofBinaries(members));
        }
        return AttributeValue.BS.of(members);
    }

    private <E> List<E> readMembers(Reading<? extends E> member, ValueFault ofNull) {
        input.enterList();
        List<E> members = new ArrayList<>();
        while (input.nextElement()) {
            if (input.isNull()) {
                note(ofNull);
            } else {
                members.add(member.read(input));
            }
        }
        return members;
    }

    private static boolean hasDuplicates(List<?> members) {
        return new HashSet<Object>(members).size() < members.size();
    }

    private void note(ValueFault found) {
        if (fault == null) {
            fault = found;
        }
    }
}
