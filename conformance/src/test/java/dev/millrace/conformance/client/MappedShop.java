package dev.millrace.conformance.client;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

import java.util.Objects;

/// A shop as an application maps it that never changes its objects.
@DynamoDbImmutable(builder = MappedShop.Builder.class)
public final class MappedShop {
    private final String name;
    private final @Nullable Integer founded;

    private MappedShop(String name, @Nullable Integer founded) {
        this.name = name;
        this.founded = founded;
    }

    public static Builder builder() {
        return new Builder();
    }

    @DynamoDbPartitionKey
    public String name() {
        return name;
    }

    public @Nullable Integer founded() {
        return founded;
    }

    /// Gathers what a shop is made of.
    public static final class Builder {
        private @Nullable String name;
        private @Nullable Integer founded;

        public Builder name(String newName) {
            this.name = newName;
            return this;
        }

        public Builder founded(@Nullable Integer newFounded) {
            this.founded = newFounded;
            return this;
        }

        public MappedShop build() {
            return new MappedShop(Objects.requireNonNull(name, "name"), founded);
        }
    }
}
