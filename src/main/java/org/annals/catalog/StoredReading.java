package org.annals.catalog;

import java.util.List;
import java.util.Optional;
import org.annals.check.CheckResult;
import org.annals.report.Report;

/**
 * What a catalogue keeps of one document.
 *
 * @param report without the reasons of unreadable cells, which are not kept
 * @param checks empty where there is no report
 * @param fault what made the parser fail
 */
record StoredReading(Optional<Report> report, List<CheckResult> checks, Optional<String> fault) {}
