/// The legacy request parameters, from before there were expressions, as trees of `ast`.
///
/// `Expected`, `QueryFilter` and `ScanFilter` become predicates, `KeyConditions` a predicate that
/// has the form of a key condition, `AttributeUpdates` update actions, `AttributesToGet` paths. So
/// one evaluator serves both styles; what the legacy operators mean beyond those of expressions is
/// said by the trees that are made of them. Names are always those of top-level attributes: dots
/// and brackets have no meaning here. What a parameter does wrong is an
/// [dev.millrace.expression.legacy.InvalidParameterException] with AWS's text.
@NullMarked
package dev.millrace.expression.legacy;

import org.jspecify.annotations.NullMarked;
