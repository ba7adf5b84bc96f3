/** Who must publish, by when, and where to start looking. Pure. Door: {@link org.annals.government.Seeds}. */
package org.annals.government;
