package dev.millrace.transfer.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.error.ApiException;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class JobPagesTest {
    private static final String ID = "01795420800000-0a1b2c3d";

    @Test
    void tokenHasTheFormOfTheServiceModel() {
        assertThat(JobPages.token(ID)).hasSize(112).matches("([0-9a-f]{16})+");
    }

    @Test
    void olderJobsComeBehindAToken() {
        String token = JobPages.token(ID);

        assertThat(JobPages.isBehind(ID, token)).isFalse();
        assertThat(JobPages.isBehind("01795420799999-0a1b2c3d", token)).isTrue();
        assertThat(JobPages.isBehind("01795420800001-0a1b2c3d", token)).isFalse();
    }

    @Test
    void textThatIsNoTokenIsRefused() {
        assertThatThrownBy(() -> JobPages.isBehind(ID, "x")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> JobPages.isBehind(ID, "00".repeat(56)))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void idIsFoundInAnArnOfItsKindAlone() {
        JobNames names = new JobNames("us-east-1", "000000000000", () -> "0a1b2c3d-1234");
        String id = names.newId(Instant.ofEpochMilli(1_795_420_800_000L));
        String arn = names.arn("books", "export", id);

        assertThat(id).isEqualTo(ID);
        assertThat(JobNames.idOf(arn, "export")).contains(ID);
        assertThat(JobNames.idOf(arn, "import")).isEmpty();
        assertThat(JobNames.idOf(arn + "x", "export")).isEmpty();
    }
}
