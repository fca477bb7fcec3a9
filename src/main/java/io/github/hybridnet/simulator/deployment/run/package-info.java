/**
 * Carries out the steps of a deployment.
 *
 * <p>Not here: which steps there are ({@code simulator.deployment.template}).
 *
 * <p>Read first: {@link DeploymentRun}.
 */
@NullMarked
package io.github.hybridnet.simulator.deployment.run;

import org.jspecify.annotations.NullMarked;
