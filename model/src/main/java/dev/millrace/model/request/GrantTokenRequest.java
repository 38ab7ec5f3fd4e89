package dev.millrace.model.request;

import dev.millrace.model.document.DocumentChange;

/// Asks that one transaction may come with `token`.
///
/// @param token one that clients do not choose
/// @param effect writes a document that is not there yet, in the commit of that transaction
public record GrantTokenRequest(String token, DocumentChange effect) {}
