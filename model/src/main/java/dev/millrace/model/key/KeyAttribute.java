package dev.millrace.model.key;

/// One attribute of a key schema with the type that its definition gives it.
public record KeyAttribute(String name, ScalarType type) {}
