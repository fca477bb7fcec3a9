/** Asks everything that can refuse, before anything is done that cannot be undone. */
@NullMarked
package io.github.hybridnet.engine.guard;

import org.jspecify.annotations.NullMarked;
