/**
 * Who refers to whom: references, what is stored under them, and concurrent writes.
 *
 * <p>Not here: routes ({@code simulator.network.routing}).
 *
 * <p>Read first: {@link ResourceReference}.
 */
@NullMarked
package io.github.hybridnet.simulator.network.relation;

import org.jspecify.annotations.NullMarked;
