/** Older captures from another web archive: asks its CDX server which there are, and its replay for their bytes. Door: {@link org.annals.backfill.Backfill}. */
package org.annals.backfill;
