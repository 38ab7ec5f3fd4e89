/// Imports: the operations that ask for them and the job that carries them out.
///
/// An import reads the objects of its bucket in the order of their keys and puts their items into
/// its table, which is CREATING meanwhile, a hundred at a time. How far it has come is written in
/// the commit of the items themselves, so after a crash it goes on with the very next one.
@NullMarked
package dev.millrace.transfer.load;

import org.jspecify.annotations.NullMarked;
