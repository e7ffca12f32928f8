/**
 * The {@code postern} command: a file a command, which parses, calls the library and prints. Start
 * at {@link dev.postern.cli.PosternCommand}.
 */
@NullMarked
package dev.postern.cli;

import org.jspecify.annotations.NullMarked;
