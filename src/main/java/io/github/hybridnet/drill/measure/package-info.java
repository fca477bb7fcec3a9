/** drill.measure. */
@NullMarked
package io.github.hybridnet.drill.measure;

import org.jspecify.annotations.NullMarked;
