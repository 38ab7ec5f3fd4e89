package dev.millrace.conformance.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Orders for the tests of the enhanced client.
final class MappedOrders {
    static final int CUSTOMERS = 3;

    private MappedOrders() {}

    /// An order with every attribute, all of them told by its number.
    static MappedOrder whole(String shop, int number) {
        MappedOrder order = key(shop, number);
        order.setCustomer("c" + number % CUSTOMERS);
        order.setTotal(1_000L - number);
        order.setPlaced(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number % 7));
        order.setLabels(Set.of("new", "n" + number));
        order.setParcels(Map.of("first", List.of(number, 1), "second", List.of()));
        return order;
    }

    /// An order with nothing but its key.
    static MappedOrder key(String shop, int number) {
        MappedOrder order = new MappedOrder();
        order.setShop(shop);
        order.setNumber(number);
        return order;
    }

    /// The first `count` orders of a shop.
    static List<MappedOrder> first(String shop, int count) {
        return IntStream.range(0, count).mapToObj(number -> whole(shop, number)).toList();
    }
}
