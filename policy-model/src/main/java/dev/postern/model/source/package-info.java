/**
 * Where things stood: source texts, spans, JSON pointers, and the problems that point at them.
 * Knows nothing of policies. Start at {@link dev.postern.model.source.Located}.
 */
@NullMarked
package dev.postern.model.source;

import org.jspecify.annotations.NullMarked;
