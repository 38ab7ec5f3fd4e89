package dev.millrace.testkit.operation;

/// Makes operations on the past of tables. Recovery is on most of the time, so that most moments
/// can be read again.
final class PastGenerator {
    private final Chance chance;

    PastGenerator(Chance chance) {
        this.chance = chance;
    }

    DatabaseOperation of(TableShape table) {
        String name = table.name();
        return switch (chance.below(8)) {
            case 0, 1 -> new DatabaseOperation.BackUp(name);
            case 2 -> new DatabaseOperation.ReadBackup(name);
            case 3, 4 -> new DatabaseOperation.SwitchRecovery(name, chance.percent(85));
            case 5, 6 -> new DatabaseOperation.MarkMoment(name);
            default -> new DatabaseOperation.ReadMoment(name);
        };
    }
}
