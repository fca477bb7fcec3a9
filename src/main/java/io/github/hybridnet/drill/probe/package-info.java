/** drill.probe. */
@NullMarked
package io.github.hybridnet.drill.probe;

import org.jspecify.annotations.NullMarked;
