/**
 * Template deployments as Azure Resource Manager offers them: requests, what-if, export and tags.
 *
 * <p>Not here: reading templates ({@code simulator.deployment.template}).
 *
 * <p>Read first: {@link DeploymentModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.deployment;

import org.jspecify.annotations.NullMarked;
