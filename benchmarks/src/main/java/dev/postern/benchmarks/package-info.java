/** JMH benchmarks: every number that is published. How to run them stands in the README beside. */
@NullMarked
package dev.postern.benchmarks;

import org.jspecify.annotations.NullMarked;
