package dev.millrace.consumers.kcl3;

import dev.millrace.consumers.ConsumerContract;
import dev.millrace.consumers.MovingTable;
import dev.millrace.consumers.SeenChanges;

class KinesisClientLibrary3Test extends ConsumerContract {
    @Override
    protected Worker start(String name, MovingTable table, SeenChanges seen) {
        return new Consumer("application", name, table, seen)::close;
    }
}
