/** Which publication a parsed report belongs to: government, publisher, fiscal year. Pure. Door: {@link org.annals.link.Linker}, {@link org.annals.link.GovernmentHosts}. */
package org.annals.link;
