/**
 * What a plan is: changes, removals, their order, side effects and durations. Pure.
 *
 * <p>Not here: how a plan is found ({@code plan.diff}, {@code plan.destroy}), reading from Azure
 * ({@code azure}), and carrying out ({@code engine}).
 *
 * <p>Read first: {@link Plan}.
 */
@NullMarked
package io.github.hybridnet.plan;

import org.jspecify.annotations.NullMarked;
