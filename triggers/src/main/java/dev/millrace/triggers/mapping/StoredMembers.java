package dev.millrace.triggers.mapping;

import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import java.util.ArrayList;
import java.util.List;

/// The members of a stored mapping: those of a request, and when it was changed.
final class StoredMembers {
    static final Member<Long> LAST_MODIFIED = Member.longInteger("LastModifiedMillis");
    static final Structure STORED = Structure.of("StoredMapping", all());

    private StoredMembers() {}

    private static Member<?>[] all() {
        List<Member<?>> all = new ArrayList<>(MappingMembers.ALL);
        all.add(LAST_MODIFIED);
        return all.toArray(new Member<?>[0]);
    }
}
