/** drill.gate. */
@NullMarked
package io.github.hybridnet.drill.gate;

import org.jspecify.annotations.NullMarked;
