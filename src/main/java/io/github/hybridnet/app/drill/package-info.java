/**
 * The goals {@code test-failover}, {@code restore} and {@code verify-drill}.
 *
 * <p>Not here: the drill itself ({@code drill.run}).
 *
 * <p>Read first: {@link TestFailoverGoal}.
 */
@NullMarked
package io.github.hybridnet.app.drill;

import org.jspecify.annotations.NullMarked;
