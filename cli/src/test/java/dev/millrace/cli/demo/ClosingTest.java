package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ClosingTest {

    private final List<String> closed = new ArrayList<>();
    private final Closing closing = Closing.alsoAtExit(Runtime.getRuntime());

    @Test
    void lastIsClosedFirst() {
        add("a");
        add("b");
        closing.close();
        assertThat(closed).containsExactly("b", "a");
    }

    @Test
    void nothingIsClosedTwice() {
        add("a");
        closing.close();
        closing.close();
        assertThat(closed).containsExactly("a");
    }

    @Test
    void whatComesTooLateIsClosedAtOnce() {
        closing.close();
        add("late");
        assertThat(closed).containsExactly("late");
    }

    @Test
    void failureDoesNotKeepTheRestFromBeingClosed() {
        add("a");
        AutoCloseable stuck =
                closing.add(() -> {
                    throw new IllegalStateException("stuck");
                });
        assertThat(stuck).isNotNull();
        assertThatThrownBy(closing::close)
                .isInstanceOf(DemoException.class)
                .hasMessage("cannot clean up: stuck");
        assertThat(closed).containsExactly("a");
    }

    private void add(String name) {
        AutoCloseable resource = closing.add(() -> closed.add(name));
        assertThat(resource).isNotNull();
    }
}
