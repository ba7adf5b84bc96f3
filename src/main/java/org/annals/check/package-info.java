/** What must agree inside a report and from year to year. Pure. Door: {@link org.annals.check.Checks}. */
package org.annals.check;
