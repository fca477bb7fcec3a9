/** Runs a graph of changes against a cloud: order, concurrency, locks, retries and events. */
@NullMarked
package io.github.hybridnet.engine;

import org.jspecify.annotations.NullMarked;
