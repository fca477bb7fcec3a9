/**
 * Runs a drill from preflight to verdict, restores ExpressRoute, and recovers unfinished drills.
 *
 * <p>Not here: what is decided from values alone ({@code drill.path}, {@code drill.gate}, {@code
 * drill.measure}).
 *
 * <p>Read first: {@link Drill}.
 */
@NullMarked
package io.github.hybridnet.drill.run;

import org.jspecify.annotations.NullMarked;
