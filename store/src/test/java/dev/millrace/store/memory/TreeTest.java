package dev.millrace.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.Random;

/// The shape of the tree; that it holds the right pairs is the business of the contract.
class TreeTest {

    private static final int KEYS = 3000;
    private static final byte[] VALUE = new byte[10];

    @Test
    void ascendingPutsKeepTheTreeBalanced() {
        Tree tree = null;
        for (int i = 0; i < KEYS; i++) {
            tree = Tree.put(tree, key(i), VALUE);
        }
        requireBalanced(tree, 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomChangesKeepTheTreeBalanced(long seed) {
        Random random = new Random(seed);
        Tree tree = null;
        for (int i = 0; i < KEYS; i++) {
            tree = changed(tree, random);
        }
        requireBalanced(tree, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void splitAndConcatenationKeepTheTreeBalanced(long seed) {
        Random random = new Random(seed);
        Tree tree = null;
        for (int i = 0; i < KEYS; i++) {
            tree = Tree.put(tree, key(random.nextInt(KEYS)), VALUE);
            byte[] middle = key(random.nextInt(KEYS));
            Tree below = Tree.below(tree, middle);
            Tree from = Tree.from(tree, middle);
            requireBalanced(i % 100 == 0 ? below : null, seed);
            requireBalanced(i % 100 == 0 ? from : null, seed);
            tree = Tree.concatenation(below, from);
        }
        requireBalanced(tree, seed);
    }

    @Test
    void deletingMissingKeyGivesTheSameTree() {
        Tree tree = Tree.put(Tree.put(null, key(1), VALUE), key(3), VALUE);
        assertThat(Tree.delete(tree, key(2))).isSameAs(tree);
    }

    @Test
    void bytesBelowKeySumUpThePairsBeforeIt() {
        Tree tree = null;
        for (int i = 0; i < 100; i++) {
            tree = Tree.put(tree, key(i), VALUE);
        }
        assertThat(Tree.bytesBelow(tree, key(40))).isEqualTo(40L * (Integer.BYTES + VALUE.length));
    }

    private static @Nullable Tree changed(@Nullable Tree tree, Random random) {
        int key = random.nextInt(KEYS);
        return switch (random.nextInt(20)) {
            case 0 ->
                    Tree.concatenation(Tree.below(tree, key(key)), Tree.from(tree, key(key + 50)));
            case 1, 2, 3, 4 -> Tree.delete(tree, key(key));
            default -> Tree.put(tree, key(key), VALUE);
        };
    }

    private static byte[] key(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static void requireBalanced(@Nullable Tree tree, long seed) {
        if (tree == null) {
            return;
        }
        int left = Tree.height(tree.left);
        int right = Tree.height(tree.right);
        assertThat(Math.abs(left - right))
                .as("seed %d, lean of a node", seed)
                .isLessThanOrEqualTo(1);
        assertThat(tree.height).as("seed %d, height", seed).isEqualTo(1 + Math.max(left, right));
        requireBalanced(tree.left, seed);
        requireBalanced(tree.right, seed);
    }
}
