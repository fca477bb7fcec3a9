/**
 * The methods that disconnect ExpressRoute, each with its restore and its commands by hand.
 *
 * <p>Not here: when and for how long ({@code drill.run}).
 *
 * <p>Read first: {@link DisconnectAction}.
 */
@NullMarked
package io.github.hybridnet.drill.action;

import org.jspecify.annotations.NullMarked;
