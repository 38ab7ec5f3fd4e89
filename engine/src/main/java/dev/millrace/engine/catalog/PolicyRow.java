package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;

/// The stored form of a resource policy (docs/keyspace.md, "Policy").
final class PolicyRow {
    private static final int RESOURCE_ARN = 1;
    private static final int DOCUMENT = 2;
    private static final int REVISION_ID = 3;

    private PolicyRow() {}

    static byte[] encode(CatalogChange.PutPolicy change) {
        return new FieldWriter()
                .text(RESOURCE_ARN, change.resourceArn())
                .text(DOCUMENT, change.policy().document())
                .text(REVISION_ID, change.policy().revisionId())
                .toByteArray();
    }

    static CatalogChange.PutPolicy decode(byte[] bytes) {
        FieldReader row = new FieldReader(bytes);
        return new CatalogChange.PutPolicy(
                row.text(RESOURCE_ARN),
                new ResourcePolicy(row.text(DOCUMENT), row.text(REVISION_ID)));
    }
}
