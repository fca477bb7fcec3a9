/**
 * The resource types of {@code Microsoft.Network}: what is registered, and with which module. What
 * the service fills in, refuses and does over time is as in recorded traffic.
 *
 * <p>Not here: the types themselves, which have a package for each subject.
 *
 * <p>Read first: {@link NetworkModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.network;

import org.jspecify.annotations.NullMarked;
