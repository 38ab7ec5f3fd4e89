package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.engine.catalog.TablePast;
import dev.millrace.model.backup.RestoreOverrides;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.TableStatus;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Makes the definition of a restored table: keys, billing, limits, encryption and indexes of its
/// source where the request does not override them; no stream, no time to live, no tags, no policy,
/// no protection, the standard class (dynamodb-api reference, section 16; observed on AWS in
/// October 2026).
final class RestoredTable {
    private static final ProvisionedThroughput NO_UNITS = new ProvisionedThroughput(0, 0);

    private final Table source;
    private final RestoreOverrides overrides;
    private final BillingMode mode;
    private final Encryption encryption;

    RestoredTable(Table source, RestoreOverrides overrides, ResourceNames names) {
        this.source = source;
        this.overrides = overrides;
        this.mode = Objects.requireNonNullElse(overrides.billingMode(), source.billingMode());
        this.encryption = new Encryption(names);
    }

    /// The table before its birth.
    ///
    /// @throws ApiException if the overrides do not go with the source or with each other
    Table planned(String name, String uuid) {
        ProvisionedThroughput units = units();
        TableSettings settings = settings(units);
        TableIndexes indexes = new RestoredIndexes(source, overrides, mode).all();
        return new Table(
                0,
                name,
                uuid,
                TableStatus.CREATING,
                Instant.EPOCH,
                source.keySchema(),
                AttributeTypes.of(source.attributeDefinitions())
                        .usedBy(source.keySchema(), indexes.all()),
                mode,
                units,
                TableDefinitions.partitions(settings.warmThroughput()),
                null,
                settings,
                Map.of(),
                null,
                indexes,
                TablePast.NONE);
    }

    private ProvisionedThroughput units() {
        ProvisionedThroughput asked = overrides.provisionedThroughput();
        return switch (mode) {
            case PAY_PER_REQUEST -> {
                if (asked != null) {
                    throw unitsOfOnDemand();
                }
                yield NO_UNITS;
            }
            case PROVISIONED -> {
                if (asked == null && overrides.billingMode() != null) {
                    throw refused(
                            "Must override ProvisionedThroughput if BillingMode is overridden to"
                                    + " PROVISIONED");
                }
                ProvisionedThroughput units = asked == null ? source.throughput() : asked;
                ThroughputRules.requireWithinQuota(ThroughputSubject.TABLE, units);
                yield units;
            }
        };
    }

    private TableSettings settings(ProvisionedThroughput units) {
        TableSettings settings =
                TableSettings.initial(mode, units)
                        .withOnDemandThroughput(limits())
                        .withSse(source.settings().sseDescription());
        return overrides.sseSpecification() == null
                ? settings
                : settings.withSse(encryption.atCreation(overrides.sseSpecification()));
    }

    private OnDemandThroughput limits() {
        OnDemandThroughput asked = overrides.onDemandThroughput();
        if (asked == null) {
            return mode == BillingMode.PAY_PER_REQUEST
                    ? source.settings().onDemandThroughput()
                    : OnDemandThroughput.UNLIMITED;
        }
        if (asked.maxReadRequestUnits() != null) {
            requireLimit("MaxReadRequestUnits", asked.maxReadRequestUnits());
        }
        if (asked.maxWriteRequestUnits() != null) {
            requireLimit("MaxWriteRequestUnits", asked.maxWriteRequestUnits());
        }
        return asked;
    }

    private void requireLimit(String member, long units) {
        if (mode == BillingMode.PROVISIONED) {
            throw refused(
                    "Cannot override %s for OnDemandThroughput unless BillingModeOverride is"
                                    .formatted(member)
                            + " PAY_PER_REQUEST");
        }
        if (units < 1) {
            throw refused(
                    "Requested %s for OnDemandThroughput is outside of valid range"
                            .formatted(member));
        }
    }

    private ApiException unitsOfOnDemand() {
        return refused(
                overrides.billingMode() == null
                        ? "Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED"
                        : "Cannot override ProvisionedThroughput if BillingMode is overridden to"
                                + " PAY_PER_REQUEST");
    }

    private static ApiException refused(String what) {
        return ApiException.validation("Invalid Request: " + what);
    }
}
