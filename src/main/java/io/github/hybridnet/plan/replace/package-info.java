/**
 * What has to be removed and created again, in which order, and what is kept of it.
 *
 * <p>Not here: the user's permission for it ({@code app.change}).
 *
 * <p>Read first: {@link ReplacementPlanner}.
 */
@NullMarked
package io.github.hybridnet.plan.replace;

import org.jspecify.annotations.NullMarked;
