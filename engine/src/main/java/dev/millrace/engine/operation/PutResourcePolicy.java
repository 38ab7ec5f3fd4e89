package dev.millrace.engine.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.ResourcePolicy;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.PutResourcePolicyRequest;
import dev.millrace.model.response.PutResourcePolicyResponse;

/// Attaches a policy to a table or stream. The document that is there already keeps its revision.
public final class PutResourcePolicy
        implements Operation<PutResourcePolicyRequest, PutResourcePolicyResponse> {
    /// The most bytes of a document, in UTF-8.
    public static final int POLICY_BYTES_MAX = 20_480;

    private final TableAccess access;
    private final ResourceArns arns;

    public PutResourcePolicy(TableAccess access) {
        this.access = access;
        this.arns = new ResourceArns(access.names());
    }

    @Override
    public PutResourcePolicyResponse execute(PutResourcePolicyRequest request) {
        requireSize(request.policy());
        return access.sequencer()
                .admit(
                        (CatalogCommand<PutResourcePolicyResponse>)
                                catalog -> put(catalog, request));
    }

    private PutResourcePolicyResponse put(
            CatalogEvaluation catalog, PutResourcePolicyRequest request) {
        String arn = request.resourceArn();
        arns.requirePolicyHolder(catalog.state(), arn);
        PolicyRevisions.requireExpected(catalog.state(), arn, request.expectedRevisionId());
        return new PutResourcePolicyResponse(attach(catalog, arn, request.policy()));
    }

    /// Attaches a document and returns its revision.
    static String attach(CatalogEvaluation catalog, String arn, String document) {
        ResourcePolicy present = catalog.state().policy(arn).orElse(null);
        if (present != null && present.document().equals(document)) {
            return present.revisionId();
        }
        // The position is unique, and like AWS's revisions a decimal number that grows.
        String revisionId = Long.toUnsignedString(catalog.position());
        catalog.change(new CatalogChange.PutPolicy(arn, new ResourcePolicy(document, revisionId)));
        return revisionId;
    }

    /// Refuses a document that is too large.
    static void requireSize(String document) {
        if (document.getBytes(UTF_8).length > POLICY_BYTES_MAX) {
            throw ApiException.invalidParameter(
                    "Maximum policy size of " + POLICY_BYTES_MAX + " bytes exceeded");
        }
    }
}
