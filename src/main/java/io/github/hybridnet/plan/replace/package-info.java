/** plan.replace. */
@NullMarked
package io.github.hybridnet.plan.replace;

import org.jspecify.annotations.NullMarked;
