/** engine.retry. */
@NullMarked
package io.github.hybridnet.engine.retry;

import org.jspecify.annotations.NullMarked;
