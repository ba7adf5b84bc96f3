/** One HTTP exchange, with limits; no policy, no storage. Door: {@link org.annals.fetch.Fetcher}. */
package org.annals.fetch;
