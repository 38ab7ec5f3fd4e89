package dev.millrace.model.error;

/// A kind of API error: its name on the wire, the namespace that precedes it, the HTTP status, and
/// the name of the member that holds the message (source: dynamodb-api reference, section 3).
public enum ApiError {
    VALIDATION("com.amazon.coral.validate#", "ValidationException", 400, "message"),
    SERIALIZATION("com.amazon.coral.service#", "SerializationException", 400, "Message"),
    UNKNOWN_OPERATION("com.amazon.coral.service#", "UnknownOperationException", 400, "message"),
    MISSING_AUTHENTICATION_TOKEN(
            "com.amazon.coral.service#", "MissingAuthenticationTokenException", 400, "message"),
    INCOMPLETE_SIGNATURE(
            "com.amazon.coral.service#", "IncompleteSignatureException", 400, "message"),
    INVALID_SIGNATURE("com.amazon.coral.service#", "InvalidSignatureException", 400, "message"),
    UNRECOGNIZED_CLIENT("com.amazon.coral.service#", "UnrecognizedClientException", 400, "message"),
    ACCESS_DENIED("com.amazon.coral.service#", "AccessDeniedException", 400, "Message"),
    THROTTLING("com.amazon.coral.availability#", "ThrottlingException", 400, "message"),
    CONDITIONAL_CHECK_FAILED(ApiError.DYNAMODB, "ConditionalCheckFailedException", 400, "message"),
    PROVISIONED_THROUGHPUT_EXCEEDED(
            ApiError.DYNAMODB, "ProvisionedThroughputExceededException", 400, "message"),
    RESOURCE_NOT_FOUND(ApiError.DYNAMODB, "ResourceNotFoundException", 400, "message"),
    RESOURCE_IN_USE(ApiError.DYNAMODB, "ResourceInUseException", 400, "message"),
    ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED(
            ApiError.DYNAMODB, "ItemCollectionSizeLimitExceededException", 400, "message"),
    LIMIT_EXCEEDED(ApiError.DYNAMODB, "LimitExceededException", 400, "message"),
    POLICY_NOT_FOUND(ApiError.DYNAMODB, "PolicyNotFoundException", 400, "message"),
    GLOBAL_TABLE_NOT_FOUND(ApiError.DYNAMODB, "GlobalTableNotFoundException", 400, "message"),
    DUPLICATE_ITEM(ApiError.DYNAMODB, "DuplicateItemException", 400, "message"),
    TRIMMED_DATA_ACCESS(ApiError.DYNAMODB, "TrimmedDataAccessException", 400, "message"),
    EXPIRED_ITERATOR(ApiError.DYNAMODB, "ExpiredIteratorException", 400, "message"),
    INTERNAL_SERVER_ERROR(ApiError.DYNAMODB, "InternalServerError", 500, "message"),
    TRANSACTION_CANCELED(ApiError.DYNAMODB, "TransactionCanceledException", 400, "Message"),
    TRANSACTION_IN_PROGRESS(ApiError.DYNAMODB, "TransactionInProgressException", 400, "Message"),
    IDEMPOTENT_PARAMETER_MISMATCH(
            ApiError.DYNAMODB, "IdempotentParameterMismatchException", 400, "Message"),

    TABLE_NOT_FOUND(ApiError.DYNAMODB, "TableNotFoundException", 400, "message"),
    TABLE_ALREADY_EXISTS(ApiError.DYNAMODB, "TableAlreadyExistsException", 400, "message"),
    TABLE_IN_USE(ApiError.DYNAMODB, "TableInUseException", 400, "message"),
    BACKUP_NOT_FOUND(ApiError.DYNAMODB, "BackupNotFoundException", 400, "message"),
    BACKUP_IN_USE(ApiError.DYNAMODB, "BackupInUseException", 400, "message"),
    INVALID_RESTORE_TIME(ApiError.DYNAMODB, "InvalidRestoreTimeException", 400, "message"),
    POINT_IN_TIME_RECOVERY_UNAVAILABLE(
            ApiError.DYNAMODB, "PointInTimeRecoveryUnavailableException", 400, "message"),
    INVALID_EXPORT_TIME(ApiError.DYNAMODB, "InvalidExportTimeException", 400, "message"),
    EXPORT_NOT_FOUND(ApiError.DYNAMODB, "ExportNotFoundException", 400, "message"),
    EXPORT_CONFLICT(ApiError.DYNAMODB, "ExportConflictException", 400, "message"),
    IMPORT_NOT_FOUND(ApiError.DYNAMODB, "ImportNotFoundException", 400, "message"),
    IMPORT_CONFLICT(ApiError.DYNAMODB, "ImportConflictException", 400, "message"),

    // Those of Lambda's API, which shows the code alone (lambda-esm reference, section 4).
    INVALID_PARAMETER_VALUE("", "InvalidParameterValueException", 400, "Message"),
    RESOURCE_CONFLICT("", "ResourceConflictException", 409, "Message"),
    FUNCTION_RESOURCE_NOT_FOUND("", "ResourceNotFoundException", 404, "Message"),
    FUNCTION_RESOURCE_IN_USE("", "ResourceInUseException", 400, "Message"),
    SERVICE("", "ServiceException", 500, "Message"),
    TOO_MANY_REQUESTS("", "TooManyRequestsException", 429, "Message"),
    REQUEST_TOO_LARGE("", "RequestTooLargeException", 413, "Message"),
    REQUEST_ENTITY_TOO_LARGE("", "RequestEntityTooLargeException", 413, "Message"),
    INVALID_REQUEST_CONTENT("", "InvalidRequestContentException", 400, "Message"),
    PRECONDITION_FAILED("", "PreconditionFailedException", 412, "Message"),
    CODE_STORAGE_EXCEEDED("", "CodeStorageExceededException", 400, "Message"),
    INVALID_ZIP_FILE("", "InvalidZipFileException", 502, "Message");

    private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";

    private final String namespace;
    private final String code;
    private final int httpStatus;
    private final String messageMember;

    ApiError(String namespace, String code, int httpStatus, String messageMember) {
        this.namespace = namespace;
        this.code = code;
        this.httpStatus = httpStatus;
        this.messageMember = messageMember;
    }

    /// The value of `__type`: namespace and code.
    public String type() {
        return namespace + code;
    }

    /// The code that clients switch on, for example `ResourceNotFoundException`.
    public String code() {
        return code;
    }

    /// The HTTP status of the answer.
    public int httpStatus() {
        return httpStatus;
    }

    /// The member of the error body that carries the text: `message` or, for a few, `Message`.
    public String messageMember() {
        return messageMember;
    }
}
