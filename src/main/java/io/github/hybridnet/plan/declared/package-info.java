/** plan.declared. */
@NullMarked
package io.github.hybridnet.plan.declared;

import org.jspecify.annotations.NullMarked;
