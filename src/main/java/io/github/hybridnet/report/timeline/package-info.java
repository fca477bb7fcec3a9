/** The page that shows a drill: what is drawn and told of it, and where on the page. */
@NullMarked
package io.github.hybridnet.report.timeline;

import org.jspecify.annotations.NullMarked;
