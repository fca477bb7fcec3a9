/**
 * Compares declared with actual resources and makes the plan.
 *
 * <p>Not here: what a replacement takes ({@code plan.replace}), and how Azure compares values
 * ({@code arm}).
 *
 * <p>Read first: {@link Planner}.
 */
@NullMarked
package io.github.hybridnet.plan.diff;

import org.jspecify.annotations.NullMarked;
