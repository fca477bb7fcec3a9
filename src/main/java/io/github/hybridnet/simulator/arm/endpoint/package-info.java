/**
 * The requests that Azure Resource Manager answers for every resource type.
 *
 * <p>Not here: what a transaction does with them ({@code simulator.arm.engine}).
 *
 * <p>Read first: {@link ArmHandler}.
 */
@NullMarked
package io.github.hybridnet.simulator.arm.endpoint;

import org.jspecify.annotations.NullMarked;
