/**
 * The append-only WARC archive, its CDXJ index and the chain of commits; captures of other crawlers taken in, and captures
 * packed as WACZ. Door: {@link org.annals.archive.Archive}, {@link org.annals.archive.Verifier},
 * {@link org.annals.archive.Importing}, {@link org.annals.archive.WaczWriter}.
 */
package org.annals.archive;
