/**
 * Reads what Azure reports about the ExpressRoute path and the VPN path, and what that proves.
 *
 * <p>Not here: probes ({@code drill.probe}).
 *
 * <p>Read first: {@link PathReading}.
 */
@NullMarked
package io.github.hybridnet.drill.path;

import org.jspecify.annotations.NullMarked;
