/** Which publication a parsed report belongs to: government, publisher, fiscal year. Pure. Door: {@link org.annals.link.Linker}. */
package org.annals.link;
