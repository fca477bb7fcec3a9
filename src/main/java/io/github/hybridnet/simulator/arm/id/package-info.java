/**
 * Resource ids, type names and regions.
 *
 * <p>Not here: references between resources ({@code simulator.network.relation}).
 *
 * <p>Read first: {@link ArmId}.
 */
@NullMarked
package io.github.hybridnet.simulator.arm.id;

import org.jspecify.annotations.NullMarked;
