package dev.millrace.cli;

import dev.millrace.server.config.Option;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The way from the words of a command line to the command: straight for a plain `serve`, which is
/// what is waited for, through [Commands] for all else.
final class Launch {
    private static final String SERVE = "serve";

    private Launch() {}

    /// Runs the command that `arguments` name. Answers its exit code.
    static int run(Surroundings surroundings, String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(SERVE)) {
            List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
            Map<Option<?>, String> given = PlainOptions.read(words);
            if (given != null) {
                return serve(new Serving(surroundings, given));
            }
        }
        return Commands.run(surroundings, arguments);
    }

    private static int serve(Serving serving) {
        try {
            return serving.run();
        } catch (RuntimeException e) {
            return Complaint.print(serving.surroundings().err(), e);
        }
    }
}
