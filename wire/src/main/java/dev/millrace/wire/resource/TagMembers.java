package dev.millrace.wire.resource;

import dev.millrace.model.table.Tag;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import java.util.List;

/// The tags of a request. AWS answers a tag that is incomplete or too long in words of its own, so
/// no constraint of the service model stands here.
public final class TagMembers {
    private static final Member<String> KEY = Member.text("Key");
    private static final Member<String> VALUE = Member.text("Value");

    /// The member itself.
    public static final Member<List<Fields>> TAGS =
            Member.structures("Tags", Structure.of("Tag", KEY, VALUE));

    /// The member where it must be given.
    static final Member<List<Fields>> REQUIRED_TAGS = TAGS.required();

    private TagMembers() {}

    /// The tags as the model has them.
    public static List<Tag> tags(List<Fields> tags) {
        return tags.stream().map(tag -> new Tag(tag.get(KEY), tag.get(VALUE))).toList();
    }
}
