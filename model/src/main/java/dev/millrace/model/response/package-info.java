/// What each operation answers.
@NullMarked
package dev.millrace.model.response;

import org.jspecify.annotations.NullMarked;
