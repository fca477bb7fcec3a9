/**
 * The actual state of a network, read without waiting for anything.
 *
 * <p>Not here: reading that waits until a resource is settled ({@code engine}), and how a status is
 * shown ({@code console}, {@code report}).
 *
 * <p>Read first: {@link NetworkStatusReader}.
 */
@NullMarked
package io.github.hybridnet.status;

import org.jspecify.annotations.NullMarked;
