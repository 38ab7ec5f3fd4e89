package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.TagResourceRequest;
import dev.millrace.model.response.TagResourceResponse;

import java.util.Map;

/// Sticks tags on a table: all or none of them.
public final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
    private final TableAccess access;
    private final ResourceArns arns;

    public TagResource(TableAccess access) {
        this.access = access;
        this.arns = new ResourceArns(access.names());
    }

    @Override
    public TagResourceResponse execute(TagResourceRequest request) {
        if (request.tags().isEmpty()) {
            throw ApiException.validation("Atleast one Tag needs to be provided as Input.");
        }
        Map<String, String> tags = TagRules.checked(request.tags());
        return access.sequencer()
                .admit(
                        (CatalogCommand<TagResourceResponse>)
                                catalog -> tag(catalog, request.resourceArn(), tags));
    }

    private TagResourceResponse tag(
            CatalogEvaluation catalog, String arn, Map<String, String> tags) {
        Table table = arns.requireTagged(catalog.state(), arn);
        Map<String, String> merged = TagRules.merged(table.tags(), tags);
        StreamSwitch.retag(catalog, table, merged);
        return new TagResourceResponse();
    }
}
