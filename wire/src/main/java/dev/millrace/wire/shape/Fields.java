package dev.millrace.wire.shape;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/// The values that a request gave for the members of a [Structure].
///
/// As text it looks as AWS shows a structure inside a violation: `KeySchemaElement(attributeName=a,
/// keyType=HASH)`.
public final class Fields implements Deep {
    private final Structure shape;
    private final @Nullable Object[] values;

    Fields(Structure shape, int count) {
        this.shape = shape;
        this.values = new @Nullable Object[count];
    }

    /// The value of `member`, or null if it was not given.
    // The slot of a member is filled by that member's own reading, which yields a T.
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Member<T> member) {
        return (T) values[slotOf(member)];
    }

    /// The value of `member`, which has passed the check that it must be given.
    public <T> T require(Member<T> member) {
        return Objects.requireNonNull(get(member), "a required member is missing");
    }

    /// The value of `member`, or `otherwise` if it was not given.
    public <T> T orElse(Member<T> member, T otherwise) {
        T value = get(member);
        return value == null ? otherwise : value;
    }

    /// The constant that `member` names, or null if it was not given.
    public <E extends Enum<E>> @Nullable E choice(Member<String> member, Class<E> type) {
        String value = get(member);
        return value == null ? null : Enum.valueOf(type, value);
    }

    /// The constant that `member` names, or `otherwise` if it was not given.
    public <E extends Enum<E>> E choice(Member<String> member, E otherwise) {
        String value = get(member);
        return value == null ? otherwise : Enum.valueOf(otherwise.getDeclaringClass(), value);
    }

    /// Refuses the first member that asks for what Millrace does not implement yet.
    /// [Structure#decode] does it for the outermost structure only.
    ///
    /// @throws dev.millrace.model.error.ApiException a `ValidationException` that names the member
    public void requireSupported() {
        List<Unsupported> unsupported = shape.unsupported();
        int first = shape.members().size();
        for (int i = 0; i < unsupported.size(); i++) {
            if (Boolean.FALSE.equals(values[first + i])) {
                throw Unsupported.refusal(unsupported.get(i).name());
            }
        }
    }

    /// Whether it, or a structure in a map or list of it, holds a value that lies very deep.
    @Override
    public boolean isDeep() {
        for (Object value : values) {
            if (isDeep(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDeep(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Deep one -> one.isDeep();
            case Map<?, ?> map -> map.values().stream().anyMatch(Fields::isDeep);
            case List<?> list -> list.stream().anyMatch(Fields::isDeep);
            default -> false;
        };
    }

    @Override
    public String toString() {
        StringJoiner all = new StringJoiner(", ", shape.name() + "(", ")");
        for (Member<?> member : shape.members()) {
            all.add(member.pathElement() + "=" + get(member));
        }
        return all.toString();
    }

    void set(int slot, @Nullable Object value) {
        values[slot] = value;
    }

    /// Reports to `violations` which members of this structure, which stands at `path`, are missing
    /// or violate a constraint. It is the [Rule] on structures within others.
    public void check(String path, Violations violations) {
        for (Member<?> member : shape.members()) {
            check(member, path, violations);
        }
    }

    private <T> void check(Member<T> member, String path, Violations violations) {
        T value = get(member);
        String name = member.pathElement();
        String memberPath = path.isEmpty() ? name : path + "." + name;
        if (value == null) {
            member.reportMissing(memberPath, violations);
        } else {
            member.check(value, memberPath, violations);
        }
    }

    private int slotOf(Member<?> member) {
        List<Member<?>> members = shape.members();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) == member) {
                return i;
            }
        }
        throw new IllegalArgumentException("structure has no such member");
    }
}
