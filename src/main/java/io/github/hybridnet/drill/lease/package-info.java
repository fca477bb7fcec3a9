/** drill.lease. */
@NullMarked
package io.github.hybridnet.drill.lease;

import org.jspecify.annotations.NullMarked;
