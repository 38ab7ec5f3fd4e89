package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SettingsReplication;
import dev.millrace.model.table.TableClassSummary;
import dev.millrace.model.table.TableSettings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Makes the settings that a table has after CreateTable or UpdateTable.
final class SettingsChange {
    private final Encryption encryption;

    SettingsChange(ResourceNames names) {
        this.encryption = new Encryption(names);
    }

    /// The settings of a new table with this billing.
    TableSettings atCreation(
            TableOptions options, BillingMode mode, ProvisionedThroughput throughput) {
        TableSettings initial = TableSettings.initial(mode, throughput);
        return new TableSettings(
                Boolean.TRUE.equals(options.deletionProtectionEnabled()),
                options.tableClass() == null
                        ? null
                        : new TableClassSummary(options.tableClass(), null),
                encryption.atCreation(options.sseSpecification()),
                ThroughputRules.limitsAtCreation(
                        ThroughputSubject.TABLE, mode, options.onDemandThroughput()),
                ThroughputRules.warmAtCreation(
                        ThroughputSubject.TABLE,
                        mode,
                        initial.warmThroughput(),
                        options.warmThroughput()),
                initial.throughputHistory(),
                initial.insights(),
                replication(options));
    }

    /// The settings of `table` after an update at `moment`, which has changed its billing already.
    TableSettings changed(Table table, TableOptions options, Instant moment) {
        TableSettings settings = table.settings();
        if (options.deletionProtectionEnabled() != null) {
            settings = settings.withDeletionProtection(options.deletionProtectionEnabled());
        }
        if (options.tableClass() != null) {
            settings = settings.withTableClass(new TableClassSummary(options.tableClass(), moment));
        }
        if (options.sseSpecification() != null) {
            settings =
                    settings.withSse(
                            encryption.changed(
                                    settings.sseDescription(), options.sseSpecification()));
        }
        if (options.settingsReplication() != null) {
            settings = settings.withSettingsReplication(replication(options));
        }
        return changedThroughput(settings, table.billingMode(), options);
    }

    private static @Nullable SettingsReplication replication(TableOptions options) {
        if (options.settingsReplication() == SettingsReplication.ENABLED_WITH_OVERRIDES) {
            throw ApiException.validation(
                    "Value 'ENABLED_WITH_OVERRIDES' at 'GlobalTableSettingsReplicationMode' failed"
                            + " to satisfy constraint: Only ENABLED and DISABLED settings"
                            + " replication are supported for a Regional Table.");
        }
        return options.settingsReplication();
    }

    private static TableSettings changedThroughput(
            TableSettings settings, BillingMode mode, TableOptions options) {
        TableSettings changed = settings;
        if (options.onDemandThroughput() != null) {
            changed =
                    changed.withOnDemandThroughput(
                            ThroughputRules.limitsChanged(
                                    ThroughputSubject.TABLE,
                                    mode,
                                    settings.onDemandThroughput(),
                                    options.onDemandThroughput()));
        }
        if (options.warmThroughput() != null) {
            changed =
                    changed.withWarmThroughput(
                            ThroughputRules.warmChanged(
                                    ThroughputSubject.TABLE,
                                    settings.warmThroughput(),
                                    options.warmThroughput()));
        }
        return changed;
    }
}
