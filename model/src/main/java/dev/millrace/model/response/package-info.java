/// What each operation answers, as typed records that the wire module writes as JSON; a component
/// that is null is a member that the answer leaves out.
@NullMarked
package dev.millrace.model.response;

import org.jspecify.annotations.NullMarked;
