/// The expressions of a request: conditions, filters, updates, projections and key conditions.
///
/// [dev.millrace.expression.RequestExpressions] is the way in. It parses each expression (or finds
/// it in the cache of [dev.millrace.expression.ExpressionParser]), gives the placeholders their
/// meaning, and hands out objects that can be evaluated against items as often as needed. Whatever
/// is wrong with the request's expressions is an [dev.millrace.model.error.ApiException] with AWS's
/// text; how that text begins is decided in [dev.millrace.expression.ErrorEnvelope] alone.
///
/// The packages below go from text to meaning: `syntax` reads text, `bind` turns syntax into the
/// trees of `ast`, `evaluate` runs these against items. `legacy` makes the same trees of the
/// request parameters that expressions have replaced; [dev.millrace.expression.LegacyParameters] is
/// the way in.
@NullMarked
package dev.millrace.expression;

import org.jspecify.annotations.NullMarked;
