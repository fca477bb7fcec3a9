/** drill.run. */
@NullMarked
package io.github.hybridnet.drill.run;

import org.jspecify.annotations.NullMarked;
