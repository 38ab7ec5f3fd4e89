package dev.millrace.engine.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.catalog.Table;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ListTagsOfResourceRequest;
import dev.millrace.model.response.ListTagsOfResourceResponse;
import dev.millrace.model.table.Tag;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.List;

/// Lists the tags of a table in the order of their keys, ten a page. A page's token names the last
/// key of the page, so tags that come and go meanwhile move no others.
public final class ListTagsOfResource
        implements Operation<ListTagsOfResourceRequest, ListTagsOfResourceResponse> {
    /// The most tags in one answer.
    public static final int PAGE_TAGS_MAX = 10;

    private final TableAccess access;
    private final ResourceArns arns;

    public ListTagsOfResource(TableAccess access) {
        this.access = access;
        this.arns = new ResourceArns(access.names());
    }

    @Override
    public ListTagsOfResourceResponse execute(ListTagsOfResourceRequest request) {
        Table table = arns.requireTagged(access.catalog().state(), request.resourceArn());
        String lastKey = lastKey(request.nextToken());
        List<Tag> rest =
                table.tags().entrySet().stream()
                        .filter(tag -> tag.getKey().compareTo(lastKey) > 0)
                        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                        .toList();
        if (rest.size() <= PAGE_TAGS_MAX) {
            return new ListTagsOfResourceResponse(rest, null);
        }
        List<Tag> page = rest.subList(0, PAGE_TAGS_MAX);
        return new ListTagsOfResourceResponse(page, token(page.getLast()));
    }

    private static String token(Tag last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(last.key()).getBytes(UTF_8));
    }

    // The empty text sorts before every key.
    private static String lastKey(@Nullable String token) {
        if (token == null) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException _) {
            throw ApiException.validation("Invalid NextToken: " + token);
        }
    }
}
