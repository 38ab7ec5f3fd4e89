package dev.millrace.triggers.rest;

import dev.millrace.triggers.mapping.LambdaErrors;

/// How many elements a page may have, as the parameter `MaxItems` of a list says.
final class PageSize {
    private static final int MAX_ITEMS_MAX = 10_000;

    private PageSize() {}

    /// The number that a request asks for, or the greatest if it asks for none.
    ///
    /// @throws dev.millrace.model.error.ApiException if it is not from 1 to 10,000
    static int of(RestRequest request) {
        String maxItems = request.first("MaxItems");
        if (maxItems == null) {
            return MAX_ITEMS_MAX;
        }
        int max = maxItems.matches("[0-9]{1,5}") ? Integer.parseInt(maxItems) : 0;
        if (max < 1 || max > MAX_ITEMS_MAX) {
            throw LambdaErrors.invalid("MaxItems must be a number from 1 to 10000.");
        }
        return max;
    }
}
