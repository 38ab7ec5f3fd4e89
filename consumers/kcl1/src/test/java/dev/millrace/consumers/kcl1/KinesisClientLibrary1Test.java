package dev.millrace.consumers.kcl1;

import dev.millrace.consumers.ConsumerContract;
import dev.millrace.consumers.MovingTable;
import dev.millrace.consumers.SeenChanges;

class KinesisClientLibrary1Test extends ConsumerContract {
    @Override
    protected Worker start(String name, MovingTable table, SeenChanges seen) {
        return new Consumer("application", name, table, seen)::close;
    }
}
