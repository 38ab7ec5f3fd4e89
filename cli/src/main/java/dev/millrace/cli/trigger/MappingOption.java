package dev.millrace.cli.trigger;

import dev.millrace.control.ControlClient;
import dev.millrace.control.DeadLetterReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.util.List;

/// The option that picks one mapping.
record MappingOption(CommandSpec spec) {
    private static final String OPTION = "--mapping";

    /// Gives a command the option.
    static MappingOption addTo(CommandSpec spec) {
        spec.addOption(
                OptionSpec.builder(OPTION)
                        .type(String.class)
                        .paramLabel("UUID")
                        .description("Only those of this mapping.")
                        .build());
        return new MappingOption(spec);
    }

    /// What the mapping has given up, or all have.
    List<DeadLetterReport> deadLetters(ControlClient client) {
        String uuid = given();
        return uuid == null ? client.deadLetters() : client.deadLetters(uuid);
    }

    private @Nullable String given() {
        return spec.commandLine().getParseResult().matchedOptionValue(OPTION, (String) null);
    }
}
