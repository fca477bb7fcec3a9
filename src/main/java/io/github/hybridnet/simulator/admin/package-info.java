/**
 * The endpoints by which a test or a user steers the simulator.
 *
 * <p>Not here: what Azure itself serves ({@code simulator.arm.endpoint}).
 *
 * <p>Read first: {@link AdminHandler}.
 */
@NullMarked
package io.github.hybridnet.simulator.admin;

import org.jspecify.annotations.NullMarked;
