package dev.millrace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class StoreProviderTest {

    private static final Family FAMILY = new Family("rows", Family.Use.ROWS);

    @Test
    void providerIsFoundByName() {
        assertThat(StoreProvider.named("memory").name()).isEqualTo("memory");
    }

    @Test
    void unknownNameIsRefusedWithTheNamesThatAreKnown() {
        assertThatThrownBy(() -> StoreProvider.named("paper"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no store is called paper; known are memory");
    }

    @Test
    void storeInMemoryRefusesDirectory() {
        StoreOptions options = StoreOptions.at(Path.of("data"), List.of(FAMILY));
        assertThatThrownBy(() -> StoreProvider.named("memory").open(options))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoFamiliesOfOneNameAreRefused() {
        List<Family> families = List.of(FAMILY, new Family("rows", Family.Use.RECORDS));
        assertThatThrownBy(() -> StoreOptions.withoutDirectory(families))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void storeExceptionTellsItsCircumstances() {
        StoreException exception =
                new StoreException("row is torn").with("key", "61").with("length", 3);
        assertThat(exception).hasMessage("row is torn {key=61, length=3}");
    }
}
