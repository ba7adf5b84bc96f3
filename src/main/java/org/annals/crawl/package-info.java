/** The loop that carries the decisions out, on Crawler4j as its engine: the only place where a crawl's time passes. Door: {@link org.annals.crawl.Crawler}. */
package org.annals.crawl;
