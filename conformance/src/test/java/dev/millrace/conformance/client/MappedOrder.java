package dev.millrace.conformance.client;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An order as an application maps it: a bean with a composite key, a local index, a global index
/// and a version, whose getters and setters are those that the enhanced client asks for.
@DynamoDbBean
public class MappedOrder {
    static final String BY_CUSTOMER = "by-customer";
    static final String BY_DATE = "by-date";

    private @Nullable String shop;
    private @Nullable Integer number;
    private @Nullable String customer;
    private @Nullable Long total;
    private @Nullable Instant placed;
    private @Nullable Set<String> labels;
    private @Nullable Map<String, List<Integer>> parcels;
    private @Nullable Long version;

    @DynamoDbPartitionKey
    public @Nullable String getShop() {
        return shop;
    }

    public void setShop(@Nullable String shop) {
        this.shop = shop;
    }

    @DynamoDbSortKey
    @DynamoDbAttribute("no")
    public @Nullable Integer getNumber() {
        return number;
    }

    public void setNumber(@Nullable Integer number) {
        this.number = number;
    }

    @DynamoDbSecondaryPartitionKey(indexNames = BY_CUSTOMER)
    public @Nullable String getCustomer() {
        return customer;
    }

    public void setCustomer(@Nullable String customer) {
        this.customer = customer;
    }

    @DynamoDbSecondarySortKey(indexNames = BY_CUSTOMER)
    public @Nullable Long getTotal() {
        return total;
    }

    public void setTotal(@Nullable Long total) {
        this.total = total;
    }

    @DynamoDbSecondarySortKey(indexNames = BY_DATE)
    public @Nullable Instant getPlaced() {
        return placed;
    }

    public void setPlaced(@Nullable Instant placed) {
        this.placed = placed;
    }

    public @Nullable Set<String> getLabels() {
        return labels;
    }

    public void setLabels(@Nullable Set<String> labels) {
        this.labels = labels;
    }

    public @Nullable Map<String, List<Integer>> getParcels() {
        return parcels;
    }

    public void setParcels(@Nullable Map<String, List<Integer>> parcels) {
        this.parcels = parcels;
    }

    @DynamoDbVersionAttribute
    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }
}
