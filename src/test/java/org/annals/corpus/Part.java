package org.annals.corpus;

/** One thing after the other in a report: lines of text and tables. */
sealed interface Part permits Line, Sheet {}
