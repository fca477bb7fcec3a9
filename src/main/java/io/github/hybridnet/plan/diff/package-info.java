/** plan.diff. */
@NullMarked
package io.github.hybridnet.plan.diff;

import org.jspecify.annotations.NullMarked;
