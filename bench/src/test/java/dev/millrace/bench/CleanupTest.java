package dev.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.bench.http.BenchException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CleanupTest {
    private final List<String> closed = new ArrayList<>();
    private final Cleanup cleanup = new Cleanup();

    @Test
    void whatCameLastGoesFirst() {
        add("server");
        add("table");
        cleanup.close();
        cleanup.close();

        assertThat(closed).containsExactly("table", "server");
    }

    @Test
    void whatWasThereBeforeAMarkStays() {
        add("server");
        int mark = cleanup.mark();
        add("table");
        add("connections");
        cleanup.closeSince(mark);

        assertThat(closed).containsExactly("connections", "table");
    }

    @Test
    void failureKeepsNothingElseFromBeingClosed() {
        add("server");
        cleanup.add(() -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(cleanup::close)
                .isInstanceOf(BenchException.class)
                .hasMessage("cannot clean up: no");
        assertThat(closed).containsExactly("server");
    }

    // As when Ctrl-C comes while a table is being created.
    @Test
    void whatComesTooLateIsClosedAtOnce() {
        cleanup.close();
        add("table");

        assertThat(closed).containsExactly("table");
    }

    private void add(String name) {
        cleanup.add(() -> closed.add(name));
    }
}
