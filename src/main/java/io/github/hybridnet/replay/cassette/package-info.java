/**
 * Recorded traffic of Azure Resource Manager, as files of different recorders keep it.
 *
 * <p>Not here: what is sent again ({@code replay.script}).
 *
 * <p>Read first: {@link CassetteReader}.
 */
@NullMarked
package io.github.hybridnet.replay.cassette;

import org.jspecify.annotations.NullMarked;
