/**
 * Records a drill on disk and in the tags of the resource group until it is restored. A group has
 * one drill at a time.
 *
 * <p>Not here: the restore itself ({@code drill.run}).
 *
 * <p>Read first: {@link DrillRecord}.
 */
@NullMarked
package io.github.hybridnet.drill.lease;

import org.jspecify.annotations.NullMarked;
