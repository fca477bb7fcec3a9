/**
 * What must hold before ExpressRoute is disconnected: one class for each gate. No gate changes
 * anything.
 *
 * <p>Not here: what refuses any change, drill or not ({@code engine.guard}).
 *
 * <p>Read first: {@link DrillPreflight}.
 */
@NullMarked
package io.github.hybridnet.drill.gate;

import org.jspecify.annotations.NullMarked;
