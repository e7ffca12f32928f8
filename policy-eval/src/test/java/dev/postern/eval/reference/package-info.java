/**
 * The law undressed: a slow interpreter of policies, written to be read beside AWS's pages, with
 * generators of requests and the laws that hold for every request. Start at {@link
 * dev.postern.eval.reference.ReferenceInterpreter}; it uses the parsed documents and nothing of the
 * evaluator that it is compared with.
 */
@NullMarked
package dev.postern.eval.reference;

import org.jspecify.annotations.NullMarked;
