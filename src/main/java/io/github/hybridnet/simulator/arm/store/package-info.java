/**
 * Tables of resources, operations and notes, with indices and undo.
 *
 * <p>Not here: files ({@code simulator.state}).
 *
 * <p>Read first: {@link CloudState}.
 */
@NullMarked
package io.github.hybridnet.simulator.arm.store;

import org.jspecify.annotations.NullMarked;
