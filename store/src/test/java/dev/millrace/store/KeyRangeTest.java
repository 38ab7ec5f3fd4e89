package dev.millrace.store;

import static dev.millrace.store.contract.Texts.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyRangeTest {

    @Test
    void rangeHoldsItsFirstKeyButNotItsEnd() {
        KeyRange range = KeyRange.of(bytes("b"), bytes("d"));
        assertThat(range.contains(bytes("b"))).isTrue();
        assertThat(range.contains(bytes("c\u00ff"))).isTrue();
        assertThat(range.contains(bytes("a\u00ff"))).isFalse();
        assertThat(range.contains(bytes("d"))).isFalse();
    }

    @Test
    void bytesCompareUnsigned() {
        assertThat(KeyRange.of(bytes("a"), bytes("\u0080")).contains(bytes("\u007f"))).isTrue();
        assertThat(KeyRange.of(bytes("\u0080"), bytes("a")).isEmpty()).isTrue();
    }

    @Test
    void emptyEndMeansNoEnd() {
        KeyRange range = KeyRange.startingAt(bytes("b"));
        assertThat(range.contains(bytes("\u00ff\u00ff\u00ff"))).isTrue();
        assertThat(range.contains(bytes("a"))).isFalse();
        assertThat(range.isEmpty()).isFalse();
    }

    @Test
    void rangeThatEndsWhereItBeginsIsEmpty() {
        assertThat(KeyRange.of(bytes("b"), bytes("b")).isEmpty()).isTrue();
    }

    @Test
    void prefixRangeEndsAtTheNextPrefix() {
        assertThat(KeyRange.prefix(bytes("ab"))).isEqualTo(KeyRange.of(bytes("ab"), bytes("ac")));
    }

    @Test
    void prefixRangeCutsTrailingHighestBytesOffItsEnd() {
        assertThat(KeyRange.prefix(bytes("a\u00ff\u00ff")))
                .isEqualTo(KeyRange.of(bytes("a\u00ff\u00ff"), bytes("b")));
    }

    @Test
    void prefixRangeOfHighestBytesHasNoEnd() {
        assertThat(KeyRange.prefix(bytes("\u00ff\u00ff")))
                .isEqualTo(KeyRange.startingAt(bytes("\u00ff\u00ff")));
    }

    @Test
    void prefixRangeOfEmptyPrefixHoldsEverything() {
        assertThat(KeyRange.prefix(bytes(""))).isEqualTo(KeyRange.all());
    }

    @Test
    void rangesWithSameBytesAreEqual() {
        KeyRange one = KeyRange.of(bytes("a"), bytes("b"));
        KeyRange other = KeyRange.of(bytes("a"), bytes("b"));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString("[61, 62)");
    }
}
