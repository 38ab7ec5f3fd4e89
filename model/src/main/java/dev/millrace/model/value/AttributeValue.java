package dev.millrace.model.value;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A value of one of DynamoDB's ten attribute types. Equality is by value: sets and maps do not
/// depend on the order in which they were written.
public sealed interface AttributeValue {
    /// The type's descriptor on the wire.
    Type type();

    /// The ten attribute types, by their descriptors on the wire.
    enum Type {
        S,
        N,
        B,
        SS,
        NS,
        BS,
        BOOL,
        NULL,
        L,
        M
    }

    /// A string.
    record S(String value) implements AttributeValue {
        @Override
        public Type type() {
            return Type.S;
        }
    }

    /// A number.
    record N(Decimal value) implements AttributeValue {
        @Override
        public Type type() {
            return Type.N;
        }
    }

    /// A binary value.
    record B(Binary value) implements AttributeValue {
        @Override
        public Type type() {
            return Type.B;
        }
    }

    /// A set of strings, its members distinct and in UTF-8 order.
    record SS(List<String> members) implements AttributeValue {
        /// The set of these members, which are distinct.
        public static SS of(Collection<String> members) {
            return new SS(members.stream().sorted(Utf8.ORDER).toList());
        }

        @Override
        public Type type() {
            return Type.SS;
        }
    }

    /// A set of numbers, its members distinct and ascending.
    record NS(List<Decimal> members) implements AttributeValue {
        /// The set of these members, which are distinct.
        public static NS of(Collection<Decimal> members) {
            return new NS(members.stream().sorted().toList());
        }

        @Override
        public Type type() {
            return Type.NS;
        }
    }

    /// A set of binary values, its members distinct and in unsigned byte order.
    record BS(List<Binary> members) implements AttributeValue {
        /// The set of these members, which are distinct.
        public static BS of(Collection<Binary> members) {
            return new BS(members.stream().sorted().toList());
        }

        @Override
        public Type type() {
            return Type.BS;
        }
    }

    /// True or false.
    record Bool(boolean value) implements AttributeValue {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /// The null value.
    record Null() implements AttributeValue {
        @Override
        public Type type() {
            return Type.NULL;
        }
    }

    /// A list.
    record L(List<AttributeValue> elements) implements AttributeValue {
        @Override
        public Type type() {
            return Type.L;
        }
    }

    /// A map; the order of its entries has no meaning.
    record M(Map<String, AttributeValue> entries) implements AttributeValue {
        @Override
        public Type type() {
            return Type.M;
        }
    }
}
