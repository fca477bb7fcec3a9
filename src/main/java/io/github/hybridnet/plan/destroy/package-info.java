/**
 * What is removed of a declared network, and what stays and why.
 *
 * <p>Not here: the confirmation and the order of the goal's steps ({@code app.destroy}).
 *
 * <p>Read first: {@link DestroyPlanner}.
 */
@NullMarked
package io.github.hybridnet.plan.destroy;

import org.jspecify.annotations.NullMarked;
