/**
 * The goals {@code deploy-network} and {@code plan}, which show the same plan.
 *
 * <p>Not here: the steps that all changes share ({@code app.change}).
 *
 * <p>Read first: {@link DeployNetworkGoal}.
 */
@NullMarked
package io.github.hybridnet.app.deploy;

import org.jspecify.annotations.NullMarked;
