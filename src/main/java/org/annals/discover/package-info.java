/** A page → its outlinks, ranked, and what kind of page it is. Pure. Door: {@link org.annals.discover.PageReader}. */
package org.annals.discover;
