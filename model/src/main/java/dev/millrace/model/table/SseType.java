package dev.millrace.model.table;

/// Who keeps the key that a table is encrypted with: DynamoDB alone (AES256, which AWS no longer
/// takes) or the key service.
public enum SseType {
    AES256,
    KMS
}
