package dev.millrace.wire.value;

import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Utf8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How AWS shows a set that has a member twice.
///
/// The older layer shows the members as they were sent. The present ones show them in byte order up
/// to the first repeat, then the repeat, then the rest as sent; of numbers they show none.
final class Duplicates {
    static final ValueFault OF_NUMBERS =
            ValueFault.counted(
                    "One or more parameter values were invalid: Input collection contains"
                            + " duplicates.",
                    "Input collection contains duplicates");

    private Duplicates() {}

    static ValueFault ofTexts(List<String> members) {
        return ValueFault.duplicates(
                quoted(upToRepeat(members, Utf8.ORDER), ", "),
                String.join(", ", members),
                " contains duplicates.");
    }

    static ValueFault ofBinaries(List<Binary> members) {
        return ValueFault.duplicates(
                quoted(texts(upToRepeat(members, Comparator.naturalOrder())), ","),
                String.join(", ", texts(members)),
                "of type BS contains duplicates.");
    }

    private static <E> List<E> upToRepeat(List<E> members, Comparator<? super E> order) {
        TreeSet<E> distinct = new TreeSet<>(order);
        int repeat = 0;
        while (distinct.add(members.get(repeat))) {
            repeat++;
        }
        List<E> shown = new ArrayList<>(distinct);
        shown.addAll(members.subList(repeat, members.size()));
        return shown;
    }

    private static String quoted(List<String> members, String separator) {
        return members.stream()
                .map(member -> "\"" + member + "\"")
                .collect(Collectors.joining(separator));
    }

    private static List<String> texts(List<Binary> members) {
        return members.stream()
                .map(member -> Base64.getEncoder().encodeToString(member.bytes()))
                .toList();
    }
}
