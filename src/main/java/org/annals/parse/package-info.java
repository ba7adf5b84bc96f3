/** A document → a report, with warnings, never an exception for bad input. Pure. Door: {@link org.annals.parse.ReportParser}. */
package org.annals.parse;
