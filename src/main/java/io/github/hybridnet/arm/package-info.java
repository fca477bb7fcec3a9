/** arm. */
@NullMarked
package io.github.hybridnet.arm;

import org.jspecify.annotations.NullMarked;
