/**
 * Between text and documents: the only place that touches Jackson. Start at {@link
 * dev.postern.model.json.PolicyReader}.
 */
@NullMarked
package dev.postern.model.json;

import org.jspecify.annotations.NullMarked;
