package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;

/** A type of resource: what its ARNs look like and which keys it has, by name. */
record TypeFact(String name, ImmutableList<String> arns, ImmutableList<String> keys) {}
