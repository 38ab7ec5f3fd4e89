package dev.millrace.wire;

/// The wire form of one operation: reads its request, writes its answer. Codecs have no state and
/// serve any number of threads.
///
/// @param <Q> the request
/// @param <R> the answer
public interface OperationCodec<Q, R> {
    /// The service that has the operation.
    Service service();

    /// The operation's name, as the target header spells it.
    String operation();

    /// Reads the whole body, then checks it.
    ///
    /// Errors come in the order of dynamodb-api reference, section 13.1: broken JSON, JSON types,
    /// the constraints of the service model, members that Millrace does not know yet, and attribute
    /// values.
    ///
    /// @throws dev.millrace.model.error.ApiException for the first of those errors
    Q decode(JsonInput input);

    /// Writes the answer as the whole of `output`.
    void encode(R response, JsonOutput output);
}
