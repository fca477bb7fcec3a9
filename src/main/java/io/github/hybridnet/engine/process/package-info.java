/** Programs that are run beside the build. */
@NullMarked
package io.github.hybridnet.engine.process;

import org.jspecify.annotations.NullMarked;
