package dev.millrace.bench;

import dev.millrace.bench.workload.RequestKind;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something to measure, by its name on the command line.
sealed interface Workload {
    /// What is measured if nothing is chosen.
    List<String> ALL =
            List.of(
                    "start",
                    "put",
                    "get",
                    "update",
                    "query",
                    "batch",
                    "transact",
                    "mixed",
                    "catch-up-1",
                    "catch-up-8",
                    "poll",
                    "wait",
                    "trigger");

    /// The most readers that catch up at a time.
    int READERS_MAX = 1_000;

    /// Requests of one kind from many connections.
    record Requests(RequestKind kind) implements Workload {
        @Override
        public String toString() {
            return kind.toString();
        }
    }

    /// Readers that read a whole stream.
    record CatchUp(int readers) implements Workload {
        @Override
        public String toString() {
            return "catch-up-" + readers;
        }
    }

    /// How soon a reader that asks again and again has what was written.
    record Poll() implements Workload {
        @Override
        public String toString() {
            return "poll";
        }
    }

    /// How soon a reader that waits has what was written.
    record Wait() implements Workload {
        @Override
        public String toString() {
            return "wait";
        }
    }

    /// How soon a function is called with what was written.
    record Trigger() implements Workload {
        @Override
        public String toString() {
            return "trigger";
        }
    }

    /// Time to the first answer and memory with nothing to do.
    record Start() implements Workload {
        @Override
        public String toString() {
            return "start";
        }
    }

    /// The workload of this name; empty if there is none.
    static Optional<Workload> named(String name) {
        return switch (name) {
            case "poll" -> Optional.of(new Poll());
            case "wait" -> Optional.of(new Wait());
            case "trigger" -> Optional.of(new Trigger());
            case "start" -> Optional.of(new Start());
            default -> catchUp(name).or(() -> requests(name));
        };
    }

    private static Optional<Workload> catchUp(String name) {
        Matcher matcher = Pattern.compile("catch-up-(\\d{1,4})").matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int readers = Integer.parseInt(matcher.group(1));
        return readers < 1 || readers > READERS_MAX
                ? Optional.empty()
                : Optional.of(new CatchUp(readers));
    }

    private static Optional<Workload> requests(String name) {
        return Arrays.stream(RequestKind.values())
                .filter(kind -> kind.toString().equals(name))
                .<Workload>map(Requests::new)
                .findFirst();
    }
}
