/** status. */
@NullMarked
package io.github.hybridnet.status;

import org.jspecify.annotations.NullMarked;
