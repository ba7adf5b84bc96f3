/** What must add up inside a report. Pure. Door: {@link org.annals.check.Checks}. */
package org.annals.check;
