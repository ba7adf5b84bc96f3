/** One annual report as a value, and the dictionary of its fields. Pure. Door: {@link org.annals.report.Report}, {@link org.annals.report.Fields}. */
package org.annals.report;
