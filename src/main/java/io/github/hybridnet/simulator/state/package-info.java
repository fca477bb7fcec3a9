/** What the simulator keeps on disk, and its clock. */
@NullMarked
package io.github.hybridnet.simulator.state;

import org.jspecify.annotations.NullMarked;
