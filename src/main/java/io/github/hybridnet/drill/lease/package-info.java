/**
 * Records a drill on disk and in the tags of the resource group until it is restored, and keeps it
 * the only one of its group.
 *
 * <p>Not here: the restore itself ({@code drill.run}).
 *
 * <p>Read first: {@link DrillRecord}.
 */
@NullMarked
package io.github.hybridnet.drill.lease;

import org.jspecify.annotations.NullMarked;
