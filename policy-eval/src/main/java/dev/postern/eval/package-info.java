/**
 * Decides requests and says why. Compiled policies come in, a {@link dev.postern.eval.Decision}
 * goes out; nothing here reads JSON or knows a file. Start at {@link dev.postern.eval.Authorizer}.
 */
@NullMarked
package dev.postern.eval;

import org.jspecify.annotations.NullMarked;
