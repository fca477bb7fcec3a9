/** simulator.deployment.template. */
@NullMarked
package io.github.hybridnet.simulator.deployment.template;

import org.jspecify.annotations.NullMarked;
