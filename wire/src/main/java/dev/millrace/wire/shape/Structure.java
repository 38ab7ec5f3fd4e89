package dev.millrace.wire.shape;

import dev.millrace.wire.JsonInput;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A structure of the service model: its name and its declared members.
///
/// Violations are listed in the order in which the members are declared.
public final class Structure {
    private final String name;
    private final List<Member<?>> members;
    private final List<Unsupported> unsupported;
    private final boolean listsOneChoice;
    private final boolean hasOlderRules;
    private final Map<String, Integer> slots = new HashMap<>();

    private Structure(
            String name,
            List<Member<?>> members,
            List<Unsupported> unsupported,
            boolean listsOneChoice,
            boolean hasOlderRules) {
        this.name = name;
        this.members = members;
        this.unsupported = unsupported;
        this.listsOneChoice = listsOneChoice;
        this.hasOlderRules = hasOlderRules;
        for (Member<?> member : members) {
            slots.put(member.name(), slots.size());
        }
        for (Unsupported member : unsupported) {
            slots.put(member.name(), slots.size());
        }
    }

    /// The structure with this name in the service model and these members.
    public static Structure of(String name, Member<?>... members) {
        return new Structure(name, List.of(members), List.of(), false, false);
    }

    /// This structure, of whose violated enumerations no more than the first is listed.
    public Structure listingOneChoice() {
        return new Structure(name, members, unsupported, true, hasOlderRules);
    }

    /// This structure, which is checked by AWS's older rules if a member is missing or a value lies
    /// very deep (see [Deep]).
    public Structure withOlderRules() {
        return new Structure(name, members, unsupported, listsOneChoice, true);
    }

    /// This structure with members that pass only as `false` or empty.
    public Structure refusing(String... names) {
        return refusing(Arrays.stream(names).map(Unsupported::member).toArray(Unsupported[]::new));
    }

    /// This structure with members that are refused unless they pass.
    public Structure refusing(Unsupported... more) {
        Unsupported[] all =
                Arrays.copyOf(
                        unsupported.toArray(new Unsupported[0]), unsupported.size() + more.length);
        System.arraycopy(more, 0, all, unsupported.size(), more.length);
        return new Structure(name, members, List.of(all), listsOneChoice, hasOlderRules);
    }

    /// Reads a whole body as this structure and checks it.
    ///
    /// @throws dev.millrace.model.error.ApiException for broken JSON, wrong types, violated
    ///   constraints and members that are not supported, in this order
    public Fields decode(JsonInput input) {
        Fields fields = input.document(this::readMembers);
        boolean isOlder = hasOlderRules && fields.isDeep();
        Violations violations = violations(fields, isOlder);
        if (hasOlderRules && !isOlder && violations.isMissing()) {
            violations = violations(fields, true);
        }
        violations.throwIfAny();
        fields.requireSupported();
        return fields;
    }

    private Violations violations(Fields fields, boolean isOlder) {
        Violations violations = new Violations(listsOneChoice && !isOlder, isOlder);
        fields.check("", violations);
        return violations;
    }

    Fields readMember(JsonInput input) {
        input.enterStructure(name);
        return readMembers(input);
    }

    /// Reads this structure where it is an element of a list or map.
    public Fields readElement(JsonInput input) {
        input.enterElement(name);
        return readMembers(input);
    }

    String name() {
        return name;
    }

    List<Member<?>> members() {
        return members;
    }

    List<Unsupported> unsupported() {
        return unsupported;
    }

    private Fields readMembers(JsonInput input) {
        Fields fields = new Fields(this, slots.size());
        while (input.nextMember()) {
            Integer slot = slots.get(input.name());
            if (slot == null) {
                input.skip();
            } else {
                fields.set(slot, input.isNull() ? null : read(slot, input));
            }
        }
        return fields;
    }

    private Object read(int slot, JsonInput input) {
        return slot < members.size()
                ? members.get(slot).read(input)
                : unsupported.get(slot - members.size()).passing().read(input);
    }
}
