/// The functions that clients make through Lambda's API: what they are, how they are kept, and what
/// is refused.
///
/// A function is a document of the engine, written and removed by commits of the log like
/// everything else; its code is an archive that the document names
/// ([dev.millrace.triggers.function.code.CodeStore]) and that is on disk before it does. The
/// [dev.millrace.triggers.function.catalog.FunctionCatalog] knows them all.
@NullMarked
package dev.millrace.triggers.function.catalog;

import org.jspecify.annotations.NullMarked;
