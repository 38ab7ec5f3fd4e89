package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.UntagResourceRequest;
import dev.millrace.model.response.UntagResourceResponse;

import java.util.NavigableMap;
import java.util.TreeMap;

/// Takes tags off a table; keys that it has not are passed over.
public final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
    private final TableAccess access;
    private final ResourceArns arns;

    public UntagResource(TableAccess access) {
        this.access = access;
        this.arns = new ResourceArns(access.names());
    }

    @Override
    public UntagResourceResponse execute(UntagResourceRequest request) {
        if (request.tagKeys().isEmpty()) {
            throw ApiException.validation("Atleast one Tag Key needs to be provided as Input.");
        }
        TagRules.requireCount(request.tagKeys().size());
        request.tagKeys().forEach(TagRules::checkedKey);
        return access.sequencer()
                .admit((CatalogCommand<UntagResourceResponse>) catalog -> untag(catalog, request));
    }

    private UntagResourceResponse untag(CatalogEvaluation catalog, UntagResourceRequest request) {
        Table table = arns.requireTagged(catalog.state(), request.resourceArn());
        NavigableMap<String, String> left = new TreeMap<>(table.tags());
        request.tagKeys().forEach(left::remove);
        StreamSwitch.retag(catalog, table, left);
        return new UntagResourceResponse();
    }
}
