/** Running operations on the disk, for the next run. */
@NullMarked
package io.github.hybridnet.engine.journal;

import org.jspecify.annotations.NullMarked;
