/**
 * What a policy says: documents, statements, elements and the patterns they are made of. Pure,
 * immutable values; nothing here reads a file or decides a request. Start at {@link
 * dev.postern.model.PolicyDocument}; read one with {@link dev.postern.model.json.PolicyReader}.
 */
@NullMarked
package dev.postern.model;

import org.jspecify.annotations.NullMarked;
