/// Contributor insights: what is known of the keys that a table or global index is accessed by
/// most, and whose requests are throttled most. Here are the settings that a client makes and reads
/// back; AWS keeps the figures in CloudWatch, this server answers them on its control port.
@NullMarked
package dev.millrace.model.insight;

import org.jspecify.annotations.NullMarked;
