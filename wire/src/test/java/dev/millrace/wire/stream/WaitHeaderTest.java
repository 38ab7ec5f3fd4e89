package dev.millrace.wire.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GetRecordsRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class WaitHeaderTest {
    private static final GetRecordsRequest REQUEST = new GetRecordsRequest("x", 10);

    @Test
    void withoutTheHeaderNothingIsWaitedFor() {
        assertThat(WaitHeader.apply(REQUEST, _ -> null)).isEqualTo(REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", " 20 "})
    void secondsUpToTwentyAreTaken(String value) {
        assertThat(WaitHeader.apply(REQUEST, _ -> value).longestWait())
                .isEqualTo(Duration.ofSeconds(Integer.parseInt(value.strip())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21", "-1", "1.5", "PT5S", "100", "٣"})
    void anythingElseIsRefused(String value) {
        assertThatThrownBy(() -> WaitHeader.apply(REQUEST, _ -> value))
                .isInstanceOf(ApiException.class)
                .hasMessage(
                        "Header X-Millrace-Wait-Seconds: '"
                                + value.strip()
                                + "' is not a whole number of seconds from 0 to 20");
    }
}
