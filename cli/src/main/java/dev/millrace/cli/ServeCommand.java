package dev.millrace.cli;

import dev.millrace.server.config.Option;
import dev.millrace.server.config.Options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// `millrace serve`: a server that runs until the process is asked to end.
final class ServeCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final CommandSpec spec;

    private ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.spec = CommandSpec.wrapWithoutInspection(this);
    }

    /// The command with its options, which are those of the server.
    static CommandSpec in(Surroundings surroundings) {
        CommandSpec spec = new ServeCommand(surroundings).spec;
        spec.name("serve");
        spec.usageMessage()
                .description("Serves tables and streams until it is asked to end.")
                .footer(
                        "",
                        "Each option can also be set by an environment variable such as "
                                + Options.STREAMS_PORT.environmentName()
                                + ", or by a line such as 'streams-port = 8001' in the"
                                + " configuration file. The command line wins, then the"
                                + " environment, then the file.");
        spec.usageMessage().sortOptions(false).abbreviateSynopsis(true);
        options().map(ServeCommand::picocliOption).forEach(spec::addOption);
        spec.addOption(help());
        return spec;
    }

    @Override
    public Integer call() {
        return new Serving(surroundings, given()).run();
    }

    private Map<Option<?>, String> given() {
        ParseResult parsed = spec.commandLine().getParseResult();
        Map<Option<?>, String> given = new HashMap<>();
        options()
                .forEach(option -> {
                    if (parsed.hasMatchedOption(option.commandLineName())) {
                        given.put(option, text(parsed, option));
                    }
                });
        return given;
    }

    private static String text(ParseResult parsed, Option<?> option) {
        Object value = parsed.matchedOptionValue(option.commandLineName(), "");
        return value.toString();
    }

    private static Stream<Option<?>> options() {
        return Stream.concat(Options.ALL.stream(), Stream.of(Options.CONFIG));
    }

    private static OptionSpec picocliOption(Option<?> option) {
        OptionSpec.Builder builder =
                OptionSpec.builder(option.commandLineName()).description(description(option));
        if (option.isSwitch()) {
            return builder.type(boolean.class).arity("0").build();
        }
        return builder.type(String.class).paramLabel(option.placeholder()).build();
    }

    private static String description(Option<?> option) {
        String byDefault = option.defaultText();
        return byDefault == null || option.isSwitch()
                ? option.help()
                : option.help() + " Default: " + byDefault;
    }

    private static OptionSpec help() {
        return OptionSpec.builder(List.of("-h", "--help").toArray(String[]::new))
                .usageHelp(true)
                .type(boolean.class)
                .description("Shows this help.")
                .build();
    }
}
