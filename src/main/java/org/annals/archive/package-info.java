/**
 * The append-only WARC archive, its CDXJ index and the chain of commits. Door: {@link org.annals.archive.Archive},
 * {@link org.annals.archive.Verifier}.
 */
package org.annals.archive;
