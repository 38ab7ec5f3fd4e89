/// What a model test does to a database: operations as values, the outcomes they have, the seeded
/// generator that makes long lists of them, and the shrinker that cuts a failing list down. The
/// generator aims at collisions: few tables, few keys, writes that change nothing, conditions that
/// fail, numbers at the edge of what DynamoDB can hold.
@NullMarked
package dev.millrace.testkit.operation;

import org.jspecify.annotations.NullMarked;
