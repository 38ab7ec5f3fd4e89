package dev.millrace.triggers.destination;

import dev.millrace.model.error.ApiException;

/// Finds destinations by their ARN.
@FunctionalInterface
public interface Destinations {
    /// The destination with this ARN.
    ///
    /// @throws ApiException `InvalidParameterValueException` if there cannot be one
    Destination find(String arn);
}
