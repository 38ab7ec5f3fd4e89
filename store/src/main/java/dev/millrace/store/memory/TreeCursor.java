package dev.millrace.store.memory;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// A walk through one range of one tree.
///
/// The stack holds the nodes that are still to be visited, the next one on top, and below each node
/// the nearest one after it that is not in its subtree. It is never deeper than the tree is high.
final class TreeCursor implements Cursor {

    private final BooleanSupplier storeIsClosed;
    private final KeyRange range;
    private final Direction direction;
    private @Nullable Tree[] stack;
    private int depth;
    private @Nullable Tree current;
    private boolean closed;

    TreeCursor(
            @Nullable Tree tree,
            KeyRange range,
            Direction direction,
            BooleanSupplier storeIsClosed) {
        this.storeIsClosed = storeIsClosed;
        this.range = range;
        this.direction = direction;
        this.stack = new @Nullable Tree[Tree.height(tree)];
        seek(range.isEmpty() ? null : tree);
    }

    @Override
    public boolean next() {
        requireOpen();
        Tree node = depth == 0 ? null : stack[--depth];
        if (node != null) {
            stack[depth] = null;
            pushEdge(ascending() ? node.right : node.left);
        }
        current = node != null && isBeforeEnd(node) ? node : null;
        if (current == null) {
            depth = 0;
        }
        return current != null;
    }

    @Override
    public byte[] key() {
        return requireCurrent().key;
    }

    @Override
    public byte[] value() {
        return requireCurrent().value;
    }

    @Override
    public void close() {
        closed = true;
        current = null;
        stack = new @Nullable Tree[0];
        depth = 0;
    }

    private boolean ascending() {
        return direction == Direction.ASCENDING;
    }

    // Leaves on the stack every node on the path to the range's beginning at which the path turned
    // away from the scan's direction.
    private void seek(@Nullable Tree root) {
        Tree at = root;
        while (at != null) {
            if (isAtOrAfterBeginning(at)) {
                stack[depth++] = at;
                at = ascending() ? at.left : at.right;
            } else {
                at = ascending() ? at.right : at.left;
            }
        }
    }

    private void pushEdge(@Nullable Tree root) {
        Tree at = root;
        while (at != null) {
            stack[depth++] = at;
            at = ascending() ? at.left : at.right;
        }
    }

    private boolean isAtOrAfterBeginning(Tree node) {
        return ascending() ? isAtOrAfterFrom(node) : isBeforeTo(node);
    }

    private boolean isBeforeEnd(Tree node) {
        return ascending() ? isBeforeTo(node) : isAtOrAfterFrom(node);
    }

    private boolean isAtOrAfterFrom(Tree node) {
        return Arrays.compareUnsigned(node.key, range.from()) >= 0;
    }

    private boolean isBeforeTo(Tree node) {
        return range.isUnbounded() || Arrays.compareUnsigned(node.key, range.to()) < 0;
    }

    private Tree requireCurrent() {
        requireOpen();
        if (current == null) {
            throw new IllegalStateException("the cursor stands on no pair");
        }
        return current;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the cursor is closed");
        }
        if (storeIsClosed.getAsBoolean()) {
            throw new IllegalStateException("the store is closed");
        }
    }
}
