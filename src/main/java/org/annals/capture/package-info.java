/**
 * The web archive's values: what was asked, what came back, where it lies. Pure; every other room speaks in these words. Door: {@link org.annals.capture.Exchange},
 * {@link org.annals.capture.Visit}, {@link org.annals.capture.Payload}.
 */
package org.annals.capture;
