/**
 * The local web pages: a read-only server over an archive folder, with a JSON API behind every page, and replay of captures on an origin of its own. The door is
 * {@link org.annals.web.WebServer}.
 *
 * <p>A group of pages is a class that adds its routes ({@link org.annals.web.PageGroup}); it asks a {@link org.annals.catalog.Catalog} out of
 * {@link org.annals.web.OpenCatalogs}, makes a value of what a page shows, and renders a template of {@code src/main/jte} with it. Words stand in
 * {@code texts/AREA.zh.properties} and {@code AREA.en.properties}, never in templates. All that was archived is hostile: templates escape it, and no page has script
 * or style within itself.
 */
package org.annals.web;
