/**
 * What exists at AWS: services, actions, resource types, condition keys, and what follows from
 * that. Nothing here decides a request, reads a policy or touches the network. Start at {@link
 * dev.postern.catalog.Catalog}.
 */
@NullMarked
package dev.postern.catalog;

import org.jspecify.annotations.NullMarked;
