package org.annals.check;

import java.math.BigDecimal;

/**
 * A figure that a clause states.
 *
 * @param code the check that asks for it
 * @param scope what it is the figure of
 * @param certain it is the figure of this body and of all its year; otherwise it may be of something else
 */
record Statement(CheckCode code, String scope, BigDecimal number, boolean certain, Clause clause) {}
