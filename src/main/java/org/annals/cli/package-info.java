/** The command line: one class a command, and the only place where rooms are wired together. Door: {@link org.annals.cli.Main}. */
package org.annals.cli;
