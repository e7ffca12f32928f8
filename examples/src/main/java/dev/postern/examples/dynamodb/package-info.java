/** Rows of many tenants in one table, by {@code dynamodb:LeadingKeys}. */
@NullMarked
package dev.postern.examples.dynamodb;

import org.jspecify.annotations.NullMarked;
