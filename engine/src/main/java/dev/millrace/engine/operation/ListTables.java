package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.model.request.ListTablesRequest;
import dev.millrace.model.response.ListTablesResponse;

import java.util.List;
import java.util.Objects;

/// Lists table names in lexical order. The name to start behind need not exist.
public final class ListTables implements Operation<ListTablesRequest, ListTablesResponse> {
    private final Catalog catalog;

    public ListTables(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public ListTablesResponse execute(ListTablesRequest request) {
        String start = Objects.requireNonNullElse(request.exclusiveStartTableName(), "");
        List<String> names =
                catalog.state().tableNamesAfter(start).stream()
                        .limit(request.limit() + 1L)
                        .toList();
        if (names.size() <= request.limit()) {
            return new ListTablesResponse(names, null);
        }
        List<String> page = names.subList(0, request.limit());
        return new ListTablesResponse(page, page.getLast());
    }
}
