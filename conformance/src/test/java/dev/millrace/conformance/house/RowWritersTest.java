package dev.millrace.conformance.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static dev.millrace.conformance.house.Production.named;
import static dev.millrace.conformance.house.Production.within;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;

import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.Test;

/// Only the applier writes rows: it fills the batch with the help of those who know each kind of
/// row, and the commit log alone hands the batch to the store.
class RowWritersTest {
    private static final DescribedPredicate<JavaClass> STARTS_A_STORE =
            theClass("engine.keyspace.FormatVersion").or(theClass("engine.Secret"));

    private static final DescribedPredicate<JavaClass> IS_A_STORE =
            JavaClass.Predicates.resideInAPackage(within("store"))
                    .or(theClass("testkit.store.UnreliableStore"));

    private static final DescribedPredicate<JavaClass> FILLS_A_BATCH =
            JavaClass.Predicates.resideInAPackage(named("engine.commit"))
                    .or(theClass("engine.stream.StreamAppender"))
                    .or(theClass("engine.item.TableTotals"))
                    .or(theClass("engine.item.ExpiryRows"))
                    .or(theClass("engine.history.HistoryRows"))
                    .or(theClass("engine.history.BackupRows"))
                    .or(theClass("engine.outbox.OutboxRows"))
                    .or(theClass("engine.index.IndexMaintainer"))
                    .or(theClass("engine.index.IndexTotals"))
                    .or(theClass("engine.catalog.CatalogRows"))
                    .or(theClass("engine.token.RequestTokens"))
                    .or(theClass("engine.backfill.BackfillProgress"))
                    .or(theClass("engine.document.Documents"))
                    .or(STARTS_A_STORE);

    @Test
    void onlyTheApplierAndTheOwnersOfRowsFillABatch() {
        noClasses()
                .that(DescribedPredicate.not(IS_A_STORE.or(FILLS_A_BATCH)))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(WriteBatch.class)
                .check(Production.CLASSES);
    }

    @Test
    void onlyTheCommitLogWritesABatch() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("store"))
                .and(DescribedPredicate.not(STARTS_A_STORE))
                .and(DescribedPredicate.not(theClass("engine.commit.LocalCommitLog")))
                .should()
                .callMethod(Store.class, "write", WriteBatch.class, Durability.class)
                .check(Production.CLASSES);
    }

    @Test
    void onlyTheDropOfLeftoversDropsARange() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("store"))
                .and(DescribedPredicate.not(theClass("engine.shard.LeftoverDrop")))
                .should()
                .callMethod(Store.class, "dropRange", Family.class, KeyRange.class)
                .check(Production.CLASSES);
    }

    private static DescribedPredicate<JavaClass> theClass(String name) {
        return HasName.Predicates.name(named(name)).forSubtype();
    }
}
