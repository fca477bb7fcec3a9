/**
 * Variants: where no evidence says what Azure does, each way in which it may behave, and which of
 * them is played.
 *
 * <p>Not here: what goes wrong now and then ({@code simulator.fault}), and how the owner chooses
 * while the simulator runs ({@code simulator.admin}).
 *
 * <p>Read first: {@link AzureVariant}.
 */
@NullMarked
package io.github.hybridnet.simulator.variant;

import org.jspecify.annotations.NullMarked;
