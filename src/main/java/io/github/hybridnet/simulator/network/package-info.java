/**
 * The resource types of {@code Microsoft.Network}: what the service fills in, refuses and does over
 * time, as recorded traffic shows it.
 */
@NullMarked
package io.github.hybridnet.simulator.network;

import org.jspecify.annotations.NullMarked;
