/// Event source mappings: which function is called with the records of which stream, and how.
///
/// A mapping is a document of the engine, written and removed by commits of the log like everything
/// else. What a client may ask for, with its ranges and defaults, stands in
/// [dev.millrace.triggers.mapping.MappingMembers]; what is refused, and in which words, in
/// [dev.millrace.triggers.mapping.MappingChecks].
@NullMarked
package dev.millrace.triggers.mapping;

import org.jspecify.annotations.NullMarked;
