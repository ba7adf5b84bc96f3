/** The SQLite catalogue: schema, the indexer that reads the archive, typed queries. Doors: {@link org.annals.catalog.Indexer}, {@link org.annals.catalog.Catalog}. */
package org.annals.catalog;
