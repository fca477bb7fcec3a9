/**
 * The chart of a drill: what is drawn, and where on the page.
 *
 * <p>Not here: the page around it ({@code report}).
 *
 * <p>Read first: {@link ChartDrawer}.
 */
@NullMarked
package io.github.hybridnet.report.timeline;

import org.jspecify.annotations.NullMarked;
