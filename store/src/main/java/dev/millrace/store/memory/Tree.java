package dev.millrace.store.memory;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// A node of an unchanging AVL tree, and so the tree below it; null is the empty tree.
///
/// Every operation returns the root of a new tree that shares all nodes off the changed path with
/// the old one. The heights of the two children of a node differ by at most one, so a tree of n
/// pairs is at most about 1.44 log2 n high.
final class Tree {

    final byte[] key;
    final byte[] value;
    final @Nullable Tree left;
    final @Nullable Tree right;
    final int height;

    /// The bytes of all keys and values in this tree.
    final long bytes;

    private Tree(@Nullable Tree left, byte[] key, byte[] value, @Nullable Tree right) {
        this.left = left;
        this.key = key;
        this.value = value;
        this.right = right;
        this.height = 1 + Math.max(height(left), height(right));
        this.bytes = bytes(left) + key.length + value.length + bytes(right);
    }

    static int height(@Nullable Tree tree) {
        return tree == null ? 0 : tree.height;
    }

    static long bytes(@Nullable Tree tree) {
        return tree == null ? 0 : tree.bytes;
    }

    static byte @Nullable [] get(@Nullable Tree tree, byte[] key) {
        Tree at = tree;
        while (at != null) {
            int order = Arrays.compareUnsigned(key, at.key);
            if (order == 0) {
                return at.value;
            }
            at = order < 0 ? at.left : at.right;
        }
        return null;
    }

    static Tree put(@Nullable Tree tree, byte[] key, byte[] value) {
        if (tree == null) {
            return new Tree(null, key, value, null);
        }
        int order = Arrays.compareUnsigned(key, tree.key);
        if (order == 0) {
            return new Tree(tree.left, key, value, tree.right);
        }
        return order < 0
                ? balanced(put(tree.left, key, value), tree, tree.right)
                : balanced(tree.left, tree, put(tree.right, key, value));
    }

    /// The tree without `key`; the very same tree if it does not hold it.
    static @Nullable Tree delete(@Nullable Tree tree, byte[] key) {
        if (tree == null) {
            return null;
        }
        int order = Arrays.compareUnsigned(key, tree.key);
        if (order == 0) {
            return concatenation(tree.left, tree.right);
        }
        return order < 0
                ? withLeft(tree, delete(tree.left, key))
                : withRight(tree, delete(tree.right, key));
    }

    /// The pairs with keys below `key`.
    static @Nullable Tree below(@Nullable Tree tree, byte[] key) {
        if (tree == null) {
            return null;
        }
        return Arrays.compareUnsigned(tree.key, key) < 0
                ? join(tree.left, tree, below(tree.right, key))
                : below(tree.left, key);
    }

    /// The pairs with keys at or above `key`.
    static @Nullable Tree from(@Nullable Tree tree, byte[] key) {
        if (tree == null) {
            return null;
        }
        return Arrays.compareUnsigned(tree.key, key) >= 0
                ? join(from(tree.left, key), tree, tree.right)
                : from(tree.right, key);
    }

    /// The bytes of the keys below `key` and of their values.
    static long bytesBelow(@Nullable Tree tree, byte[] key) {
        long sum = 0;
        Tree at = tree;
        while (at != null) {
            boolean isBelow = Arrays.compareUnsigned(at.key, key) < 0;
            sum += isBelow ? at.bytes - bytes(at.right) : 0;
            at = isBelow ? at.right : at.left;
        }
        return sum;
    }

    /// The pairs of two trees, where every key of `left` is below every key of `right`.
    static @Nullable Tree concatenation(@Nullable Tree left, @Nullable Tree right) {
        if (left == null) {
            return right;
        }
        return right == null ? left : join(left, first(right), withoutFirst(right));
    }

    private static Tree first(Tree tree) {
        Tree at = tree;
        while (at.left != null) {
            at = at.left;
        }
        return at;
    }

    private static @Nullable Tree withoutFirst(Tree tree) {
        return tree.left == null ? tree.right : balanced(withoutFirst(tree.left), tree, tree.right);
    }

    private static Tree withLeft(Tree tree, @Nullable Tree left) {
        return left == tree.left ? tree : balanced(left, tree, tree.right);
    }

    private static Tree withRight(Tree tree, @Nullable Tree right) {
        return right == tree.right ? tree : balanced(tree.left, tree, right);
    }

    // Joins trees of any heights: goes down the edge of the higher one until the heights meet, and
    // balances on the way back.
    private static Tree join(@Nullable Tree left, Tree middle, @Nullable Tree right) {
        if (left != null && left.height > height(right) + 1) {
            return balanced(left.left, left, join(left.right, middle, right));
        }
        if (right != null && right.height > height(left) + 1) {
            return balanced(join(left, middle, right.left), right, right.right);
        }
        return node(left, middle, right);
    }

    // Needs heights that differ by at most two, which is what one change below or one step of a
    // join can bring about.
    private static Tree balanced(@Nullable Tree left, Tree middle, @Nullable Tree right) {
        if (left != null && left.height > height(right) + 1) {
            return rotatedRight(left, middle, right);
        }
        if (right != null && right.height > height(left) + 1) {
            return rotatedLeft(left, middle, right);
        }
        return node(left, middle, right);
    }

    private static Tree rotatedRight(Tree left, Tree middle, @Nullable Tree right) {
        Tree inner = left.right;
        if (inner == null || height(left.left) >= inner.height) {
            return node(left.left, left, node(inner, middle, right));
        }
        return node(node(left.left, left, inner.left), inner, node(inner.right, middle, right));
    }

    private static Tree rotatedLeft(@Nullable Tree left, Tree middle, Tree right) {
        Tree inner = right.left;
        if (inner == null || height(right.right) >= inner.height) {
            return node(node(left, middle, inner), right, right.right);
        }
        return node(node(left, middle, inner.left), inner, node(inner.right, right, right.right));
    }

    private static Tree node(@Nullable Tree left, Tree pair, @Nullable Tree right) {
        return new Tree(left, pair.key, pair.value, right);
    }
}
