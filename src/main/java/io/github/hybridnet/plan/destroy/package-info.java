/** plan.destroy. */
@NullMarked
package io.github.hybridnet.plan.destroy;

import org.jspecify.annotations.NullMarked;
