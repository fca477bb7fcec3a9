/**
 * Sign-in: the metadata of the simulated cloud and its token endpoints.
 *
 * <p>Not here: what a caller may do ({@code simulator.authorization}).
 *
 * <p>Read first: {@link TokenEndpoint}.
 */
@NullMarked
package io.github.hybridnet.simulator.identity;

import org.jspecify.annotations.NullMarked;
