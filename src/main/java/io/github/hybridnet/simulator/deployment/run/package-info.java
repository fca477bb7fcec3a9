/** simulator.deployment.run. */
@NullMarked
package io.github.hybridnet.simulator.deployment.run;

import org.jspecify.annotations.NullMarked;
