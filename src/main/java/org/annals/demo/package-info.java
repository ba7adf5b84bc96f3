/**
 * Small portals on loopback, made after real ones, with revisions waiting to be published. Door: {@link
 * org.annals.demo.DemoPortals}.
 */
package org.annals.demo;
