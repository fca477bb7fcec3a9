/** drill.path. */
@NullMarked
package io.github.hybridnet.drill.path;

import org.jspecify.annotations.NullMarked;
