package dev.millrace.conformance.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// docs/api.md, line by line.
final class ApiTable {
    private static final List<String> PREFACE =
            List.of(
                    "# Operations and members",
                    "",
                    "Every operation of DynamoDB and DynamoDB Streams, and every member of its"
                        + " request and answer, as the AWS SDK for Java has them. Made by `mvn -pl"
                        + " conformance test -Dtest=ApiTableTest -Drewrite=true` and checked in"
                        + " every build; not edited by hand.",
                    "",
                    "- A member of a request **works** if a server complains about a value of the"
                            + " wrong JSON type in it. How it deviates from AWS, if it does, is in"
                            + " [differences.md](differences.md).",
                    "- A member of a request is **refused** if its presence is answered with a"
                        + " `ValidationException` that names it; **passed over** if it is ignored,"
                        + " as the service does with members that it does not know.",
                    "- A member of an answer is **shown** if at least one golden script has it in a"
                            + " good answer.",
                    "- An operation that is not there is refused with `UnknownOperationException`."
                        + " One that is read and checked but has no good answer is **refused as AWS"
                        + " does**.",
                    "");

    private final ApiProbe probe;
    private final ShownAnswers answers;
    private final List<String> lines = new ArrayList<>(PREFACE);
    private final List<String> details = new ArrayList<>();

    private ApiTable(ApiProbe probe, ShownAnswers answers) {
        this.probe = probe;
        this.answers = answers;
    }

    /// The lines for these operations.
    static List<String> lines(
            List<ModelOperation> operations, ApiProbe probe, ShownAnswers answers) {
        ApiTable table = new ApiTable(probe, answers);
        table.lines.add("| operation | state | request members | answer members |");
        table.lines.add("|---|---|---|---|");
        operations.forEach(table::add);
        table.lines.add("");
        table.lines.addAll(table.details);
        return table.lines;
    }

    private void add(ModelOperation operation) {
        if (!probe.knows(operation)) {
            lines.add("| " + operation.name() + " | refused with UnknownOperationException | | |");
            return;
        }
        Map<ModelMember, MemberState> states = new LinkedHashMap<>();
        operation.request().forEach(member -> states.put(member, probe.state(operation, member)));
        summary(
                operation,
                new TreeMap<>(
                        states.values().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                state -> state, Collectors.counting()))));
        detail(operation, states);
    }

    private void summary(ModelOperation operation, Map<MemberState, Long> counts) {
        long shown =
                operation.answer().stream()
                        .filter(member -> answers.show(operation, member))
                        .count();
        lines.add(
                "| ["
                        + operation.name()
                        + "](#"
                        + operation.name().toLowerCase(Locale.ROOT)
                        + ") | "
                        + (answers.show(operation) ? "works" : "refused as AWS does")
                        + " | "
                        + counts.entrySet().stream()
                                .map(state -> state.getValue() + " " + state.getKey())
                                .collect(Collectors.joining(", "))
                        + " | "
                        + shown
                        + " of "
                        + operation.answer().size()
                        + " shown |");
    }

    private void detail(ModelOperation operation, Map<ModelMember, MemberState> states) {
        details.add("## " + operation.name());
        details.add("");
        if (!operation.request().isEmpty()) {
            details.add("| request | state |");
            details.add("|---|---|");
            states.forEach((member, state) -> row(member, state.toString()));
            details.add("");
        }
        if (!operation.answer().isEmpty()) {
            details.add("| answer | state |");
            details.add("|---|---|");
            operation
                    .answer()
                    .forEach(member ->
                            row(member, answers.show(operation, member) ? "shown" : "not shown"));
            details.add("");
        }
    }

    private void row(ModelMember member, String state) {
        details.add("| `" + member.path() + "` | " + state + " |");
    }
}
