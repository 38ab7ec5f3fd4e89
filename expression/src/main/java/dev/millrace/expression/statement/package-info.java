/// What statements of PartiQL mean: their literals and parameters become values, their conditions
/// and assignments the trees that conditions and updates of other requests have.
///
/// [dev.millrace.expression.statement.StatementReader] is the way in. Whatever is wrong with a
/// statement by itself, without a look at its table, is found here and is an
/// [dev.millrace.model.error.ApiException] with AWS's text.
@NullMarked
package dev.millrace.expression.statement;

import org.jspecify.annotations.NullMarked;
