/** The append-only WARC archive, its CDXJ index and the chain of commits. Door: {@link org.annals.archive.Archive}. */
package org.annals.archive;
