/** The time map of a publication: its versions, what changed, when, and of which kind. Pure. Door: {@link org.annals.revision.TimeMap}. */
package org.annals.revision;
