package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;

/** A type of resource as an action takes it, with the keys that it then has besides, by name. */
record TypeUse(String type, boolean isRequired, ImmutableList<String> keys) {}
