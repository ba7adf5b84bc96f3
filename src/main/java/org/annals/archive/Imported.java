package org.annals.archive;

import java.util.Optional;
import org.annals.capture.RunId;

/**
 * What came of an import.
 *
 * @param run empty where nothing was new, and so nothing written
 * @param taken captures that are in the archive now and were not before
 * @param revisits those of them whose payload was there
 * @param known captures that the archive had already
 * @param leftOut records that are no capture of a web address: warcinfo, metadata, look-ups and the like
 * @param failures captures and places that could not be taken in, each of which the listener was told
 */
public record Imported(Optional<RunId> run, long taken, long revisits, long known, long leftOut, long failures) {}
