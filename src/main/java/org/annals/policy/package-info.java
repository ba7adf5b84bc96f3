/** May we ask for this address, and when: scope, robots, politeness, revisits. Pure decisions with reasons. */
package org.annals.policy;
