package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.cli.demo.git.GitPath;

import org.junit.jupiter.api.Test;

class ItemKeyTest {

    @Test
    void pathIsItsOwnKey() {
        assertThat(key("src/Ä b.java".getBytes(UTF_8))).isEqualTo(new ItemKey("src/Ä b.java"));
    }

    @Test
    void longestPathIsItsOwnKey() {
        assertThat(key("a".repeat(ItemKey.KEY_BYTES_MAX).getBytes(UTF_8)).isStandIn()).isFalse();
    }

    @Test
    void longerPathHasAStandIn() {
        ItemKey key = key("a".repeat(ItemKey.KEY_BYTES_MAX + 1).getBytes(UTF_8));
        assertThat(key.isStandIn()).isTrue();
    }

    @Test
    void pathThatIsNoTextHasAStandIn() {
        assertThat(key(new byte[] {(byte) 0xff}))
                .isEqualTo(
                        new ItemKey(
                                "/sha256/a8100ae6aa1940d0b663bb31cd466142"
                                        + "ebbdbd5187131b92d93818987832eb89"));
    }

    private static ItemKey key(byte[] path) {
        return ItemKey.of(GitPath.of(path));
    }
}
