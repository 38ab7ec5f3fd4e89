/// Keys made of several elements, encoded so that bytes sort as the elements do.
///
/// Take two tuples whose elements have the same types in the same places. The unsigned comparison
/// of their encodings gives the same order as comparing their elements one after another, and a
/// tuple that is the beginning of another sorts before it. So a range of encoded keys is a range of
/// tuples. An encoding names no types: who reads a key knows what was written.
///
/// The encodings, byte by byte:
///
/// | element | bytes |
/// |---|---|
/// | unsigned 8, 32 or 64 bit integer | 1, 4 or 8 bytes, the most significant first |
/// | raw bytes, of a length known beforehand | the bytes themselves |
/// | byte string, of any length | each byte `00` as `00 FF`, every other byte as itself, then the end mark `00 00` |
///
/// Why a byte string sorts right: at the first byte in which two strings differ, or at which the
/// shorter one ends, the encodings hold either two different bytes, or the second byte after a
/// `00`. The end mark puts `00` there, an escaped zero byte puts `FF`, and an ordinary byte is
/// never `00` in the first place. So `"a"` = `61 00 00`, `"a\0"` = `61 00 FF 00 00`, `"ab"` = `61
/// 62 00 00`, in this order, whatever elements follow. With an end mark of a single `00` an element
/// after `"a"` that begins with `FF` would look like an escape; hence the two bytes.
@NullMarked
package dev.millrace.store.tuple;

import org.jspecify.annotations.NullMarked;
