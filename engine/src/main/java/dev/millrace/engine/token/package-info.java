/// Client request tokens: what makes a transaction safe to send again.
///
/// A token is remembered from the commit of its transaction on, in the same batch, for ten minutes:
/// with a digest of what was asked, so that another request with the same token is told apart, and
/// with what repeating the answer costs. Expired tokens are never honoured; they are removed by and
/// by, by the commits that record new ones.
///
/// Some tokens are not chosen by clients but granted by this process, to functions that write back.
/// A transaction with one also writes a document, in the same commit; each is good for one
/// transaction, and for none once it is revoked.
@NullMarked
package dev.millrace.engine.token;

import org.jspecify.annotations.NullMarked;
