/** Files for other programs: what stands, written so that goals add to each other. */
@NullMarked
package io.github.hybridnet.report;

import org.jspecify.annotations.NullMarked;
