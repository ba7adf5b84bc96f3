/**
 * Data packages of the corpus: what it said at a commit, as CSV, JSON lines, Parquet and SQLite with a Frictionless descriptor, the same bytes each time. Door:
 * {@link org.annals.dataset.DataPackage}.
 */
package org.annals.dataset;
