package dev.millrace.testkit.reference;

import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.AttributeValue;

import java.util.Comparator;

/// The order of the keys of one table: partition keys first, then sort keys.
final class KeyOrder implements Comparator<PrimaryKey> {
    @Override
    public int compare(PrimaryKey left, PrimaryKey right) {
        int partitions = compare(left.partition(), right.partition());
        AttributeValue leftSort = left.sort();
        AttributeValue rightSort = right.sort();
        if (partitions != 0 || leftSort == null || rightSort == null) {
            return partitions;
        }
        return compare(leftSort, rightSort);
    }

    private static int compare(AttributeValue left, AttributeValue right) {
        return ValueOrder.compare(left, right).orElseThrow();
    }
}
