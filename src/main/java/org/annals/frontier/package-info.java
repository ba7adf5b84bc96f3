/**
 * What to ask for next, host by host: Crawler4j's frontier interfaces on one SQLite file. Working state, never a source of truth. Door: {@link org.annals.frontier.HostFrontier}.
 */
package org.annals.frontier;
