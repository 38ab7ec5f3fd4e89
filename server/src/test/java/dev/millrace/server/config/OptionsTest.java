package dev.millrace.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void everyDefaultIsAcceptedByItsOwnOption() {
        Settings settings = new Settings();

        assertThat(Options.ALL)
                .filteredOn(option -> option.defaultText() != null)
                .allSatisfy(option -> assertThat(settings.find(option)).isNotNull());
    }

    @Test
    void namesInThePlacesFollowFromTheNameOfTheOption() {
        assertThat(Options.STREAMS_PORT.commandLineName()).isEqualTo("--streams-port");
        assertThat(Options.STREAMS_PORT.environmentName()).isEqualTo("MILLRACE_STREAMS_PORT");
    }
}
