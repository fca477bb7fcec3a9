/**
 * The methods that disconnect ExpressRoute. Each has its restore, and the commands for a restore by
 * hand.
 *
 * <p>Not here: when and for how long ({@code drill.run}).
 *
 * <p>Read first: {@link DisconnectAction}.
 */
@NullMarked
package io.github.hybridnet.drill.action;

import org.jspecify.annotations.NullMarked;
