/// Exports of tables into buckets and imports of tables from them, as clients ask for them and as
/// they are told about them. A bucket is whatever stands for one: a directory or a service that
/// speaks S3.
@NullMarked
package dev.millrace.model.transfer;

import org.jspecify.annotations.NullMarked;
