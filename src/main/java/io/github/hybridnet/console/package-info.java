/**
 * What the terminal shows: pure renderers, and the writer of lines.
 *
 * <p>Not here: files ({@code report}), and words that other rooms need too ({@code text}).
 *
 * <p>Read first: {@link PlanText}.
 */
@NullMarked
package io.github.hybridnet.console;

import org.jspecify.annotations.NullMarked;
