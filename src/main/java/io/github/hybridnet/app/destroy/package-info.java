/**
 * The goal {@code destroy}.
 *
 * <p>Not here: what is removed and what stays ({@code plan.destroy}).
 *
 * <p>Read first: {@link DestroyGoal}.
 */
@NullMarked
package io.github.hybridnet.app.destroy;

import org.jspecify.annotations.NullMarked;
