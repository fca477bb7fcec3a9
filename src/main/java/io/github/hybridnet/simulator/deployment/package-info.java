/** Template deployments and tags: what Resource Manager does above the resource providers. */
@NullMarked
package io.github.hybridnet.simulator.deployment;

import org.jspecify.annotations.NullMarked;
