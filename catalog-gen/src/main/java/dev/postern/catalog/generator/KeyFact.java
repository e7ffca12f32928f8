package dev.postern.catalog.generator;

/** A condition key that a service lists. */
record KeyFact(String name, KeyType type) {}
