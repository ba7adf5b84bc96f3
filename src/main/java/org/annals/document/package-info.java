/** Bytes of any supported kind → a neutral document of paragraphs and grids with places. Pure. Door: {@link org.annals.document.Documents}. */
package org.annals.document;
