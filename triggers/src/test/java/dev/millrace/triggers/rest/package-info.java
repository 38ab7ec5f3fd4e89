@NullMarked
package dev.millrace.triggers.rest;

import org.jspecify.annotations.NullMarked;
