package dev.millrace.model.table;

/// The storage class of a table, which on AWS decides its price. It is kept and shown here, and
/// changes nothing else.
public enum TableClass {
    STANDARD,
    STANDARD_INFREQUENT_ACCESS
}
