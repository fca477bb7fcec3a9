/** What stands of a network and how it does, read without waiting for anything. */
@NullMarked
package io.github.hybridnet.engine.status;

import org.jspecify.annotations.NullMarked;
