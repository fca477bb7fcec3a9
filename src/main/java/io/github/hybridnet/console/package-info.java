/** What the terminal shows: pure renderers, and one dumb writer. */
@NullMarked
package io.github.hybridnet.console;

import org.jspecify.annotations.NullMarked;
