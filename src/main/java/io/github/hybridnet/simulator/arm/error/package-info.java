/**
 * The errors of Azure Resource Manager, worded as recorded.
 *
 * <p>Not here: errors of one resource type, which stand beside it.
 *
 * <p>Read first: {@link ArmErrors}.
 */
@NullMarked
package io.github.hybridnet.simulator.arm.error;

import org.jspecify.annotations.NullMarked;
