@NullMarked
package dev.millrace.triggers.run;

import org.jspecify.annotations.NullMarked;
